package org.linli.company.consolidation.store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.company.consolidation.AcceptedStatement;
import org.linli.company.consolidation.ConsolidationUpdate;
import org.linli.company.consolidation.Recomputed;
import org.linli.company.consolidation.StatementHistories;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.TestDatabase;
import org.linli.platform.testing.history.Histories;
import org.linli.platform.unit.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables hold what a recomputation from scratch gives, also where batches come at the same time. */
@LinliTest
class CellsIT {

    private static final String CELLS = """
            SELECT lower(kind) || ' ' || scope || ' ' || period || ' ' || replace(item, '/', ' ') AS key,
                   '[' || concat_ws(', ', gross, tax, direct_cost, entries, eliminated_gross, eliminated_tax,
                                    eliminated_direct_cost, eliminated_entries) || ']' AS value
              FROM hq_rebuilt WHERE kind <> 'STATEMENT' AND (scope LIKE '%s%%' OR scope LIKE '%s%%')
            """;
    private static final int LANES = 4;

    @Autowired
    Cells cells;

    @Autowired
    AcceptedStatements statements;

    @Autowired
    ProgressMarks progress;

    @Autowired
    TransactionalOperator transaction;

    @Autowired
    TestDatabase database;

    private final String city = Histories.freshStreet().substring(0, 4);
    private final String otherCity = Histories.freshStreet().substring(0, 4);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_260_331})
    void batches_at_the_same_time_leave_the_sum_of_what_counts(long seed) throws SQLException {
        StatementHistories histories = new StatementHistories(seed, city, otherCity);
        List<AcceptedStatement> history = histories.history(240);

        Flux.fromIterable(lanes(history))
                .flatMap(lane -> Flux.fromIterable(histories.batches(lane)).concatMap(this::take), LANES)
                .blockLast(Duration.ofSeconds(60));

        assertThat(stored()).as("seed %d", seed).isEqualTo(Recomputed.cells(history));
        assertThat(database.number("SELECT accepted_statements FROM hq_progress WHERE scope = '%s'".formatted(city)))
                .isEqualTo(history.stream()
                        .filter(each -> each.key().unit().isWithin(city))
                        .count());
    }

    /** Cells without events would be differences to another test's rebuild. */
    @AfterEach
    void clear() {
        for (String under : List.of(city, otherCity)) {
            database.execute("DELETE FROM hq_line_cell WHERE scope LIKE '%s%%'".formatted(under));
            database.execute("DELETE FROM hq_branch_cell WHERE scope LIKE '%s%%'".formatted(under));
            database.execute("DELETE FROM hq_partner_cell WHERE scope LIKE '%s%%'".formatted(under));
            database.execute("DELETE FROM hq_statement_line WHERE unit LIKE '%s%%'".formatted(under));
            database.execute("DELETE FROM hq_statement WHERE unit LIKE '%s%%'".formatted(under));
            database.execute("DELETE FROM hq_progress WHERE scope LIKE '%s%%'".formatted(under));
        }
    }

    /** As Kafka does it: a branch stays in one partition, partitions go on side by side. */
    private static Collection<List<AcceptedStatement>> lanes(List<AcceptedStatement> history) {
        return history.stream()
                .collect(Collectors.groupingBy(
                        each -> Math.floorMod(each.key().unit().hashCode(), LANES)))
                .values();
    }

    private Mono<Void> take(List<AcceptedStatement> batch) {
        Scope all = Scope.everywhere();
        return statements
                .current(
                        all,
                        batch.stream().map(AcceptedStatement::key).distinct().toList())
                .map(current -> ConsolidationUpdate.of(current, batch))
                .flatMap(step -> progress.add(all, step.progress(), Instant.parse("2026-11-22T00:00:00Z"))
                        .then(cells.add(all, step.delta()))
                        .then(statements.write(all, step.superseded(), step.written())))
                .as(transaction::transactional);
    }

    private Map<String, String> stored() throws SQLException {
        Map<String, String> stored = new TreeMap<>();
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(CELLS.formatted(city, otherCity))) {
            while (rows.next()) {
                stored.put(rows.getString(1), rows.getString(2));
            }
        }
        return stored;
    }
}
