package org.linli.bench.proposals.twin;

import org.jspecify.annotations.Nullable;
import org.linli.partner.call.application.StoredCall;
import org.linli.partner.partner.PartnerRef;
import org.linli.partner.proposal.ProposalContent;
import org.linli.partner.proposal.application.NewProposal;
import org.linli.partner.search.Searchable;
import org.linli.platform.money.Yuan;
import org.linli.platform.unit.UnitCode;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
            tied AS (
                INSERT INTO partner_tie (partner_id, unit_code, since) SELECT ?, ?, ? WHERE ? = 'SUBMITTED'
                ON CONFLICT DO NOTHING),
            told AS (
                INSERT INTO proposal_history (proposal_id, action, actor, at, content_version)
                SELECT begun.id, done.action, ?, ?, ?
                  FROM begun, unnest(?) WITH ORDINALITY AS done (action, place)
                 ORDER BY done.place)
            SELECT id FROM begun
            """;
    private static final String ACTING = """
            SELECT p.id, p.name, s.state, s.reason
              FROM partner_member m
              JOIN partner p ON p.id = m.partner_id
              LEFT JOIN LATERAL (
                SELECT state, reason FROM partner_standing
                 WHERE partner_id = p.id AND street = ? ORDER BY id DESC LIMIT 1) AS s ON true
             WHERE m.subject = ?
            """;
    private static final String CALL = """
            SELECT c.id, c.unit_code, c.title, c.seeking, c.modes, c.line, c.conditions, c.deadline,
                   c.criteria::text AS criteria, c.documents::text AS documents, c.state, c.reason, c.version,
                   c.sequence, c.created_by, c.created_at, c.published_at, c.closed_at, u.name AS unit_name
              FROM open_call c LEFT JOIN unit u ON u.code = c.unit_code
             WHERE c.id = ? AND c.unit_code LIKE ANY(?)
            """;

    /** The partner that a caller acts for, and why it is suspended in the unit's street, if so. */
    record Acting(PartnerRef partner, @Nullable String suspended) {}

    Optional<Acting> acting(String subject, UnitCode unit) {
        return database.query(ACTING, (row, number) -> acting(row), street(unit), subject).stream()
                .findFirst();
    }

    private static Acting acting(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return new Acting(
                new PartnerRef(TwinRows.id(row, "id"), row.getString("name")),
                state == null || state.equals("ACTIVE") ? null : row.getString("reason"));
    }

    private static String street(UnitCode unit) {
        return unit.value().substring(0, Math.min(STREET_DIGITS, unit.value().length()));
    }

    Optional<StoredCall> call(UUID id) {
        return database.query(CALL, (row, number) -> rows.call(row), id, EVERYWHERE).stream()
                .findFirst();
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
                beginning.partner().id(),
                beginning.call().call().terms().unit().value(),
                at,
                beginning.handedIn() ? "SUBMITTED" : "DRAFT",
                beginning.by(),
                at,
                1,
                beginning.actions().toArray(String[]::new)));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
