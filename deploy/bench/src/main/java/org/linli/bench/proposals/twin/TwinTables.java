package org.linli.bench.proposals.twin;

import org.jspecify.annotations.Nullable;
import org.linli.partner.call.application.RecordedCall;
import org.linli.partner.partner.PartnerRef;
import org.linli.partner.proposal.Proposal;
import org.linli.partner.proposal.ProposalContent;
import org.linli.partner.proposal.application.RecordedProposal;
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
    private static final String[] NOWHERE = {};
    private static final String FIND = """
            SELECT v.title, v.summary, v.mode, v.price, v.market_price, v.share_percent, v.benefit_sessions,
                   v.documents::text AS documents, v.number, p.id, p.call_id, p.unit_code, u.name AS unit_name,
                   p.partner_id, p.partner_name, p.state, p.remarks::text AS remarks, p.reasons, p.submitted_by,
                   p.submitted_at, p.decided_by, p.decided_at, p.ranking_id, p.version, p.sequence, p.created_by,
                   p.created_at
              FROM proposal p
              JOIN proposal_version v ON v.proposal_id = p.id
                   AND v.number = CASE WHEN p.partner_id = ? THEN p.content_version
                                       ELSE coalesce(p.submitted_version, p.content_version) END
              LEFT JOIN unit u ON u.code = p.unit_code
             WHERE (p.partner_id = ?) AND p.id = ?
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

    Optional<RecordedCall> call(UUID id) {
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

    UUID add(PartnerRef partner, RecordedCall call, ProposalContent content, String by, Instant at) {
        Searchable found = Searchable.of(content.words(partner.name()));
        UUID id = Objects.requireNonNull(database.queryForObject(
                """
                INSERT INTO proposal (call_id, unit_code, partner_id, partner_name, state, created_by, created_at,
                    search_text, search_initials, grams)
                VALUES (?, ?, ?, ?, 'DRAFT', ?, ?, ?, ?, ?)
                RETURNING id
                """,
                UUID.class,
                call.call().id(),
                call.call().terms().unit().value(),
                partner.id(),
                partner.name(),
                by,
                utc(at),
                found.text(),
                found.initials(),
                found.grams().toArray(String[]::new)));
        addVersion(id, content, by, at);
        return id;
    }

    private void addVersion(UUID id, ProposalContent content, String by, Instant at) {
        database.update(
                """
                INSERT INTO proposal_version (proposal_id, number, title, summary, mode, price, market_price,
                    share_percent, benefit_sessions, documents, saved_by, saved_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                """,
                id,
                1,
                content.title(),
                content.summary(),
                content.mode() == null ? null : content.mode().name(),
                content.price() == null ? null : Yuan.fen(content.price()),
                content.marketPrice() == null ? null : Yuan.fen(content.marketPrice()),
                content.sharePercent(),
                content.benefitSessions(),
                json.writeValueAsString(content.documents()),
                by,
                utc(at));
    }

    void history(UUID id, String action, String by, Instant at) {
        database.update("""
                INSERT INTO proposal_history (proposal_id, action, actor, at, content_version, notes)
                SELECT p.id, ?, ?, ?, ?, ? FROM proposal p WHERE p.id = ?
                """, action, by, utc(at), 1, NOWHERE, id);
    }

    void lock(UUID id, PartnerRef partner) {
        database.queryForObject("""
                SELECT id FROM proposal WHERE id = ? AND (partner_id = ? OR unit_code LIKE ANY(?)) FOR UPDATE
                """, UUID.class, id, partner.id(), NOWHERE);
    }

    RecordedProposal find(UUID id, PartnerRef partner) {
        return Objects.requireNonNull(
                database.queryForObject(FIND, (row, number) -> rows.proposal(row), partner.id(), partner.id(), id));
    }

    void tie(PartnerRef partner, UnitCode unit, Instant at) {
        database.update(
                "INSERT INTO partner_tie (partner_id, unit_code, since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                partner.id(),
                unit.value(),
                utc(at));
    }

    void submitted(PartnerRef partner, Proposal.Submitted next, long sequence) {
        database.update(
                """
                UPDATE proposal p
                   SET state = ?, remarks = ?::jsonb, reasons = ?, version = version + 1, sequence = ?,
                       decided_by = ?, decided_at = ?::timestamptz,
                       submitted_by = coalesce(?, submitted_by), submitted_at = coalesce(?, submitted_at),
                       submitted_version = CASE WHEN ? = 'SUBMITTED' THEN content_version ELSE submitted_version END,
                       first_submitted = coalesce(first_submitted, CASE WHEN ? = 'SUBMITTED' THEN content_version END)
                 WHERE p.id = ? AND (p.partner_id = ? OR p.unit_code LIKE ANY(?))
                """,
                next.state(),
                "[]",
                NOWHERE,
                sequence,
                null,
                null,
                next.submittedBy(),
                utc(next.submittedAt()),
                next.state(),
                next.state(),
                next.id(),
                partner.id(),
                NOWHERE);
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
