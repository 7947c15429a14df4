package org.linli.company.consolidation.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.linli.platform.paging.ListQuery;
import org.linli.platform.paging.SortKey;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.TestDatabase;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What PostgreSQL really reads for each query, by EXPLAIN ANALYZE over a city of 100 branches, 24 periods and 6 lines:
 * as many rows as are shown, whatever lies under the scope.
 */
@LinliTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadsTouchWhatTheyShowIT {

    private static final int BRANCHES = 100;
    private static final int PERIODS = 24;
    private static final int LINES = 6;
    private static final String ZEROES = "1000, 60, 200, 1, 0, 0, 0, 0";

    @Autowired
    TestDatabase database;

    private final String city = Histories.freshStreet().substring(0, 4);
    private final String street = city + "01001";

    @BeforeAll
    void a_city() {
        String periods = """
                SELECT to_char(date '2025-01-01' + m * interval '1 month', 'YYYY-MM') AS period
                  FROM generate_series(0, %d) AS m""".formatted(PERIODS - 1);
        String scopes = """
                SELECT '%1$s' AS scope UNION ALL SELECT '%1$s01' UNION ALL SELECT '%2$s'
                UNION ALL SELECT '%2$s' || to_char(b, 'FM000') FROM generate_series(101, %3$d) AS b""".formatted(city, street, 100 + BRANCHES);
        String branches = "SELECT scope FROM (%s) s WHERE length(scope) = 12".formatted(scopes);
        database.execute("""
                INSERT INTO hq_line_cell
                SELECT length(s.scope), s.scope, p.period, 'LINE' || l, 'VENUE', %s
                  FROM (%s) s, (%s) p, generate_series(1, %d) AS l""".formatted(ZEROES, scopes, periods, LINES));
        database.execute("""
                INSERT INTO hq_branch_cell
                SELECT left(b.scope, n), b.scope, p.period, %s
                  FROM (%s) b, (%s) p, unnest(ARRAY[4, 6, 9, 12]) AS n""".formatted(ZEROES, branches, periods));
        database.execute("""
                INSERT INTO hq_partner_cell
                SELECT '%s', 'partner ' || to_char(x, 'FM0000'), p.period, %s
                  FROM generate_series(1, 200) AS x, (%s) p""".formatted(city, ZEROES, periods));
        database.execute("""
                INSERT INTO hq_statement
                SELECT b.scope, p.period, b.scope || '-' || p.period || '-1', 1, 'VENUE', now()
                  FROM (%s) b, (%s) p""".formatted(branches, periods));
        database.execute("""
                INSERT INTO hq_statement_line
                SELECT b.scope, p.period, l, 'LINE' || l, NULL, NULL, NULL, 1000, 60, 200, 1
                  FROM (%s) b, (%s) p, generate_series(1, %d) AS l""".formatted(branches, periods, LINES));
        database.execute("ANALYZE hq_line_cell, hq_branch_cell, hq_partner_cell, hq_statement, hq_statement_line");
    }

    /** Rows without events would be differences to a rebuild, and a burden to every other test of this database. */
    @AfterAll
    void no_city() {
        database.execute("DELETE FROM hq_line_cell WHERE scope LIKE '%s%%'".formatted(city));
        database.execute("DELETE FROM hq_branch_cell WHERE scope LIKE '%s%%'".formatted(city));
        database.execute("DELETE FROM hq_partner_cell WHERE scope LIKE '%s%%'".formatted(city));
        database.execute("DELETE FROM hq_statement_line WHERE unit LIKE '%s%%'".formatted(city));
        database.execute("DELETE FROM hq_statement WHERE unit LIKE '%s%%'".formatted(city));
    }

    @Test
    void a_view_of_the_city_reads_the_citys_own_cells() throws SQLException {
        assertThat(rowsRead(ConsolidatedFigures.SPLIT, Map.of("level", "4", "key", quoted(city))))
                .isEqualTo(PERIODS * LINES);
    }

    @Test
    void a_view_of_one_branch_reads_no_more() throws SQLException {
        assertThat(rowsRead(ConsolidatedFigures.SPLIT, Map.of("level", "12", "key", quoted(street + "105"))))
                .isEqualTo(PERIODS * LINES);
    }

    @Test
    void a_page_of_cells_reads_that_page() throws SQLException {
        Map<String, String> asked = Map.of(
                "levels",
                "ARRAY[12]::smallint[]",
                "after1",
                "12",
                "after2",
                quoted(street + "150"),
                "after3",
                "''",
                "after4",
                "''",
                "limit",
                "51");
        assertThat(rowsRead(next(CellList.SUMS, CellList.BY_SCOPE), asked)).isBetween(51L, 60L);
    }

    @Test
    void a_page_of_branches_reads_the_periods_of_those_branches() throws SQLException {
        Map<String, String> asked = Map.of("key", quoted(city), "after1", quoted(street + "150"), "limit", "21");
        assertThat(rowsRead(next(BranchList.SUMS, BranchList.BY_CODE), asked))
                .isBetween(21L * PERIODS, 22L * PERIODS + 21);
    }

    @Test
    void a_page_of_partners_reads_the_periods_of_those_partners() throws SQLException {
        Map<String, String> asked = Map.of("key", quoted(city), "after1", "'partner 0100'", "limit", "21");
        assertThat(rowsRead(next(PartnerList.SUMS, PartnerList.BY_NAME), asked))
                .isBetween(21L * PERIODS, 22L * PERIODS);
    }

    @Test
    void a_page_of_statement_lines_reads_that_page() throws SQLException {
        Map<String, String> asked =
                Map.of("after1", quoted(street + "150"), "after2", "''", "after3", "0", "limit", "51");
        assertThat(rowsRead(next(StatementLineList.LINES, StatementLineList.BY_PLACE), asked))
                .as("lines and their statements")
                .isBetween(51L, 110L);
    }

    /** The meter itself: a query that has to read everything is seen to do so. */
    @Test
    void adding_up_the_branches_instead_would_be_noticed() throws SQLException {
        assertThat(rowsRead(
                        "SELECT sum(gross) FROM hq_line_cell WHERE level = 12 AND scope LIKE ANY(:rights)", Map.of()))
                .isGreaterThanOrEqualTo((long) BRANCHES * PERIODS * LINES);
    }

    /** A page that is not the first. */
    private static String next(String sql, SortKey<?> order) {
        return ListQuery.of(sql).statement(order, true);
    }

    private long rowsRead(String sql, Map<String, String> asked) throws SQLException {
        Map<String, String> values = new LinkedHashMap<>(Map.of(
                "rights",
                "ARRAY[" + quoted(city + "%") + "]",
                "low",
                quoted(city),
                "high",
                quoted(city + ":"),
                "from",
                "'2025-01'",
                "to",
                "'2026-12'"));
        values.putAll(asked);
        String bound = sql;
        for (Map.Entry<String, String> value : values.entrySet()) {
            bound = bound.replaceAll("(?<!:):" + value.getKey() + "\\b", value.getValue());
        }
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("EXPLAIN (ANALYZE, FORMAT JSON) " + bound)) {
            rows.next();
            return read(JsonMapper.shared().readTree(rows.getString(1)).get(0).get("Plan"));
        }
    }

    /** Rows that scans of our tables gave, and those they read in vain. */
    private static long read(JsonNode plan) {
        long own = plan.path("Relation Name").asString("").startsWith("hq_")
                ? Math.round((plan.path("Actual Rows").asDouble()
                                + plan.path("Rows Removed by Filter").asDouble(0)
                                + plan.path("Rows Removed by Index Recheck").asDouble(0))
                        * plan.path("Actual Loops").asDouble())
                : 0;
        for (JsonNode child : plan.path("Plans")) {
            own += read(child);
        }
        return own;
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }
}
