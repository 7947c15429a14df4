package org.linli.local.chaos;

import org.linli.local.suite.Part;
import org.linli.processes.PostgresProcess;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What holds in a service's database at every moment when commands happen whole or not at all: each query looks at one
 * snapshot, in which a transaction is there with all it did, or is not there.
 */
record WholeCommands(Part part, PostgresProcess postgres) {

    private static final String SEQUENCES = """
            SELECT coalesce(s.subject, o.subject) || ': ' || coalesce(s.sequence, 0) || ' by its state, '
                   || coalesce(o.last, 0) || ' by ' || coalesce(o.events, 0) || ' events'
            FROM (SELECT %s AS subject, sequence FROM %s WHERE sequence > 0) AS s
            FULL JOIN (SELECT subject, max(sequence) AS last, count(*) AS events, count(DISTINCT sequence) AS different
                       FROM outbox WHERE topic = '%s' GROUP BY subject) AS o ON o.subject = s.subject
            WHERE s.sequence IS DISTINCT FROM o.last OR o.events <> o.last OR o.different <> o.last
            LIMIT 20
            """;
    private static final String KEYS_WITHOUT_ANSWER =
            "SELECT 'key ' || key || ' has no answer' FROM idempotency WHERE status IS NULL LIMIT 20";
    /** Longer than any command takes. */
    private static final String FORGOTTEN_TRANSACTIONS = """
            SELECT 'connection ' || pid || ' has been idle in a transaction since ' || state_change
            FROM pg_stat_activity
            WHERE datname = current_database() AND state LIKE 'idle in transaction%'
              AND state_change < clock_timestamp() - interval '5 seconds'
            """;

    private record Aggregate(String subject, String table, String topic) {}

    private List<Aggregate> aggregates() {
        return switch (part) {
            case COMPANY ->
                List.of(
                        new Aggregate("code", "unit", "linli.company.unit"),
                        new Aggregate(
                                "unit_code || '/' || period", "statement_series", "linli.company.revenue-statement"));
            case FUND ->
                List.of(new Aggregate("unit || '/' || period", "return_obligation", "linli.fund.return-obligation"));
            case PARTNER ->
                List.of(
                        new Aggregate("id::text", "proposal", "linli.partner.proposal"),
                        new Aggregate("id::text", "open_call", "linli.partner.open-call"),
                        new Aggregate("id::text", "agreement", "linli.partner.agreement"),
                        new Aggregate("agreement_id || '/' || period", "turnover_series", "linli.partner.share"));
            default -> List.of();
        };
    }

    List<String> violations() {
        List<String> violations = new ArrayList<>();
        Stream.concat(
                        aggregates().stream()
                                .map(each -> SEQUENCES.formatted(each.subject(), each.table(), each.topic())),
                        Stream.of(KEYS_WITHOUT_ANSWER, FORGOTTEN_TRANSACTIONS))
                .forEach(query -> texts(query)
                        .forEach(found -> violations.add(part.title().toLowerCase(Locale.ROOT) + ": " + found)));
        return violations;
    }

    private List<String> texts(String query) {
        try (Connection connection = postgres.connect(part.key());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(part.title() + "'s database cannot be read", e);
        }
    }
}
