package org.linli.company.statement;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.company.CompanySteps;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.SqlLog;
import org.linli.platform.testing.TestDatabase;
import org.linli.platform.testing.TestHttp;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** How often accepting a statement asks the database, BEGIN and COMMIT counted. */
@LinliTest
class StatementSqlIT {

    private static final int MOST = 8;

    @Autowired
    TestHttp http;

    @Autowired
    TestDatabase database;

    private CompanySteps steps;
    private String branch;

    @BeforeEach
    void a_branch() {
        steps = new CompanySteps(http);
        branch = Histories.freshStreet() + "101";
        steps.register(branch);
    }

    @Test
    void a_statement_is_accepted_with_eight_statements_of_sql_at_most() {
        steps.record(branch, List.of(CompanySteps.entry(branch + "-1", branch, "2026-03", "100.10")));
        assertAcceptedWithFew(steps.submit(branch, "2026-03"));
    }

    @Test
    void a_correction_is_too_and_supersedes_what_it_corrects() {
        steps.record(branch, List.of(CompanySteps.entry(branch + "-1", branch, "2026-03", "100.10")));
        String first = steps.submit(branch, "2026-03");
        steps.accept(first);
        steps.record(branch, List.of(CompanySteps.entry(branch + "-2", branch, "2026-03", "-0.10")));
        JsonNode accepted = assertAcceptedWithFew(steps.submit(branch, "2026-03"));
        assertThat(accepted.get("supersedes").asString()).isEqualTo(first);
        assertThat(database.texts("SELECT state || revision FROM revenue_statement WHERE unit_code = '" + branch
                        + "' ORDER BY version"))
                .containsExactly("SUPERSEDED4", "ACCEPTED3");
        assertThat(database.number("SELECT sequence FROM statement_series WHERE unit_code = '" + branch + "'"))
                .isEqualTo(4);
    }

    private JsonNode assertAcceptedWithFew(String statement) {
        try (SqlLog log = new SqlLog()) {
            JsonNode accepted = steps.accept(statement);
            List<String> sent = log.transactionWith("INSERT INTO idempotency");
            int lock = first(sent, "FOR UPDATE");
            assertThat(sent).hasSizeLessThanOrEqualTo(MOST);
            assertThat(log.all().stream().filter(sql -> sql.contains("revenue_statement")))
                    .as("outside of the transaction as well")
                    .hasSize((int) sent.stream()
                            .filter(sql -> sql.contains("revenue_statement"))
                            .count());
            assertThat(lock)
                    .isLessThan(first(sent, "FROM revenue_statement"))
                    .isLessThan(first(sent, "UPDATE revenue"));
            return accepted;
        }
    }

    private static int first(List<String> sent, String words) {
        return (int) sent.stream().takeWhile(sql -> !sql.contains(words)).count();
    }
}
