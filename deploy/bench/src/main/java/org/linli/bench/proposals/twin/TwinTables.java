package org.linli.bench.proposals.twin;

import org.jspecify.annotations.Nullable;
import org.linli.partner.call.application.StoredCall;
import org.linli.partner.partner.PartnerRef;
import org.linli.partner.proposal.ProposalContent;
import org.linli.partner.proposal.application.NewProposal;
import org.linli.partner.search.Searchable;
import org.linli.platform.event.OutgoingEvent;
import org.linli.platform.money.Yuan;
import org.linli.platform.unit.UnitCode;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The statements of the service's repositories, one by one, over JDBC. */
record TwinTables(JdbcTemplate database, JsonMapper json, TwinRows rows) {

    private static final int STREET_DIGITS = 9;
    private static final String[] EVERYWHERE = {"%"};
    private static final String ADD = """
            WITH begun AS (
                INSERT INTO proposal (call_id, unit_code, partner_id, partner_name, state, sequence,
                    created_by, created_at, submitted_by, submitted_at, first_submitted, submitted_version,
                    search_text, search_initials, grams)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                RETURNING id, version),
            said AS (
                INSERT INTO proposal_version (proposal_id, number, title, summary, mode, price, market_price,
                    share_percent, benefit_sessions, documents, saved_by, saved_at)
                SELECT begun.id, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ? FROM begun),
            told AS (
                INSERT INTO proposal_history (proposal_id, action, actor, at, content_version)
                SELECT begun.id, done.action, ?, ?, ?
                  FROM begun, unnest(?) WITH ORDINALITY AS done (action, place)
                 ORDER BY done.place)
            SELECT id FROM begun
            """;
    private static final String CALL = """
            SELECT c.id, c.unit_code, c.title, c.seeking, c.modes, c.line, c.conditions, c.deadline,
                   c.criteria::text AS criteria, c.documents::text AS documents, c.state, c.reason, c.version,
                   c.sequence, c.created_by, c.created_at, c.published_at, c.closed_at, u.name AS unit_name
              FROM open_call c LEFT JOIN unit u ON u.code = c.unit_code
             WHERE c.id = ? AND c.unit_code LIKE ANY(?)
            """;

    Optional<PartnerRef> partner(String subject) {
        return database
                .query("""
                        SELECT p.id, p.name FROM partner_member m JOIN partner p ON p.id = m.partner_id
                         WHERE m.subject = ?
                        """, (row, number) -> new PartnerRef(TwinRows.id(row, "id"), row.getString("name")), subject)
                .stream()
                .findFirst();
    }

    Optional<StoredCall> call(UUID id) {
        return database.query(CALL, (row, number) -> rows.call(row), id, EVERYWHERE).stream()
                .findFirst();
    }

    /** Why the partner is suspended there; none where it is not. */
    List<String> suspended(PartnerRef partner, UnitCode unit) {
        return database
                .query(
                        """
                        SELECT state, reason FROM partner_standing
                         WHERE partner_id = ? AND street = ? ORDER BY id DESC LIMIT 1
                        """,
                        (row, number) -> row.getString("state").equals("ACTIVE") ? "" : row.getString("reason"),
                        partner.id(),
                        unit.value().substring(0, STREET_DIGITS))
                .stream()
                .filter(reason -> !reason.isEmpty())
                .toList();
    }

    UUID add(NewProposal beginning) {
        ProposalContent content = beginning.content();
        OffsetDateTime at = utc(beginning.at());
        Searchable found = Searchable.of(content.words(beginning.partner().name()));
        return Objects.requireNonNull(database.queryForObject(
                ADD,
                UUID.class,
                beginning.call().call().id(),
                beginning.call().call().terms().unit().value(),
                beginning.partner().id(),
                beginning.partner().name(),
                beginning.handedIn() ? "SUBMITTED" : "DRAFT",
                beginning.handedIn() ? 1L : 0L,
                beginning.by(),
                at,
                beginning.handedIn() ? beginning.by() : null,
                beginning.handedIn() ? at : null,
                beginning.handedIn() ? 1 : null,
                beginning.handedIn() ? 1 : null,
                found.text(),
                found.initials(),
                found.grams().toArray(String[]::new),
                1,
                content.title(),
                content.summary(),
                content.mode() == null ? null : content.mode().name(),
                content.price() == null ? null : Yuan.fen(content.price()),
                content.marketPrice() == null ? null : Yuan.fen(content.marketPrice()),
                content.sharePercent(),
                content.benefitSessions(),
                json.writeValueAsString(content.documents()),
                beginning.by(),
                at,
                beginning.by(),
                at,
                1,
                beginning.actions().toArray(String[]::new)));
    }

    void tie(PartnerRef partner, UnitCode unit, Instant at) {
        database.update(
                "INSERT INTO partner_tie (partner_id, unit_code, since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                partner.id(),
                unit.value(),
                utc(at));
    }

    void append(List<OutgoingEvent> events) {
        for (OutgoingEvent event : events) {
            @Nullable String trace = null;
            database.update(
                    """
                    INSERT INTO outbox (event_id, topic, type, subject, key, sequence, correlation_id, traceparent, data)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    UUID.randomUUID(),
                    event.topic(),
                    event.type(),
                    event.subject(),
                    event.key(),
                    event.sequence(),
                    UUID.randomUUID().toString(),
                    trace,
                    json.writeValueAsString(event.data()));
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
