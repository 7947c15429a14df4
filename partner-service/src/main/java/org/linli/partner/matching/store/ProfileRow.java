package org.linli.partner.matching.store;

import io.r2dbc.spi.Readable;
import org.linli.partner.lists.Topics;
import org.linli.partner.matching.MatchKind;
import org.linli.partner.matching.Profile;
import org.linli.partner.room.OpeningHours;
import org.linli.platform.database.Columns;
import org.linli.platform.money.Yuan;

import java.util.List;
import java.util.Set;

/** Reads one row of each kind, all of the same columns. */
final class ProfileRow {

    static final String LISTED = """
            SELECT l.id, l.kind, l.unit_code, u.name AS unit_name, l.title, l.topics,
                   l.title || ' ' || coalesce(l.detail, '') AS words, l.times, l.quantity AS people, l.money, l.modes,
                   l.needs || l.resources AS named, true AS standing
              FROM listed l LEFT JOIN unit u ON u.code = l.unit_code
            """;
    static final String CALL = """
            SELECT c.id, 'CALL' AS kind, c.unit_code, u.name AS unit_name, c.title, '{}'::text[] AS topics,
                   c.title || ' ' || c.seeking AS words, '{}'::text[] AS times, NULL::int AS people,
                   NULL::bigint AS money, c.modes, '{}'::uuid[] AS named, true AS standing
              FROM open_call c LEFT JOIN unit u ON u.code = c.unit_code
            """;
    /** As it was last handed in. */
    static final String PROPOSAL = """
            SELECT p.id, 'PROPOSAL' AS kind, p.unit_code, u.name AS unit_name, coalesce(v.title, '') AS title,
                   '{}'::text[] AS topics, concat_ws(' ', v.title, v.summary) AS words, '{}'::text[] AS times,
                   NULL::int AS people, NULL::bigint AS money, array_remove(ARRAY[v.mode], NULL) AS modes,
                   ARRAY[p.call_id] AS named,
                   (SELECT s.state FROM partner_standing s
                     WHERE s.partner_id = p.partner_id AND s.street = left(p.unit_code, 9)
                     ORDER BY s.id DESC LIMIT 1) IS DISTINCT FROM 'SUSPENDED' AS standing
              FROM proposal p
              JOIN proposal_version v ON v.proposal_id = p.id AND v.number = p.submitted_version
              LEFT JOIN unit u ON u.code = p.unit_code
            """;

    private ProfileRow() {}

    static Profile read(Readable row) {
        Long money = row.get("money", Long.class);
        return new Profile(
                Columns.id(row, "id"),
                MatchKind.valueOf(Columns.text(row, "kind")),
                Columns.unit(row, "unit_code"),
                Columns.textOrNull(row, "unit_name"),
                Columns.text(row, "title"),
                Set.copyOf(Topics.of(Columns.texts(row, "topics"))),
                String.join(" ", Topics.of(List.of(Columns.text(row, "words")))),
                OpeningHours.read(Columns.texts(row, "times")),
                row.get("people", Integer.class),
                money == null ? null : Yuan.ofFen(money),
                Set.copyOf(Columns.texts(row, "modes")),
                Set.copyOf(Columns.ids(row, "named")),
                Columns.flag(row, "standing"));
    }
}
