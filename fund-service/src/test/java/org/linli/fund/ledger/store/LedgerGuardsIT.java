package org.linli.fund.ledger.store;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.fund.FundSteps;
import org.linli.platform.security.Role;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.TestDatabase;
import org.linli.platform.testing.TestHttp;
import org.linli.platform.testing.TestKafka;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import java.sql.Connection;
import java.sql.SQLException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the database itself refuses, whatever a programme does; each guard is also taken away once, to be missed. */
@LinliTest
class LedgerGuardsIT {

    private static final String ENTRY = """
            INSERT INTO journal_entry (id, kind, unit, period, booked_on, source, memo)
            VALUES (-1, 'FUNDING', '%s', '2026-03', '2026-03-31', 'by hand', 'by hand')
            """;
    private static final String POSTINGS = """
            INSERT INTO posting (entry_id, line, account, unit, debit, credit)
            VALUES (-1, 1, '1002', '%1$s', %2$d, 0), (-1, 2, '1221', '%1$s', 0, %3$d)
            """;

    @Autowired
    TestDatabase database;

    @Autowired
    TestHttp http;

    @Autowired
    TestKafka kafka;

    @Test
    void refuses_postings_that_do_not_balance() throws SQLException {
        try (Connection connection = open()) {
            run(connection, ENTRY.formatted("999999999101"));
            assertThatThrownBy(() -> run(connection, POSTINGS.formatted("999999999101", 2, 1)))
                    .hasMessageContaining("does not balance");
        }
    }

    @Test
    void refuses_an_entry_without_postings_when_it_is_committed() throws SQLException {
        try (Connection connection = open()) {
            run(connection, ENTRY.formatted("999999999101"));
            assertThatThrownBy(connection::commit).hasMessageContaining("does not balance");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE posting SET debit = debit + 1",
                "DELETE FROM posting",
                "TRUNCATE posting",
                "UPDATE journal_entry SET memo = 'another'",
                "DELETE FROM journal_entry",
                "TRUNCATE journal_entry CASCADE",
                "UPDATE obligation_accrual SET change = 0",
                "DELETE FROM funding",
                "UPDATE funding_reversal SET amount = 1",
                "DELETE FROM funding_reversal",
                "DELETE FROM bank_reference",
                "UPDATE obligation_carry SET change = 0",
                "UPDATE return_policy SET rate = 0.2",
                "DELETE FROM return_policy"
            })
    void refuses_to_change_what_was_recorded(String sql) throws SQLException {
        try (Connection connection = open()) {
            assertThatThrownBy(() -> run(connection, sql)).hasMessageContaining("append-only");
        }
    }

    @Test
    void refuses_a_policy_below_the_floor() throws SQLException {
        try (Connection connection = open()) {
            assertThatThrownBy(() -> run(connection, """
                            INSERT INTO return_policy (scope, version, base, rate, effective_from, decided_by)
                            VALUES ('999999', 1, 'GROSS', 0.1999, '2026-01', 'by hand')
                            """)).hasMessageContaining("check constraint");
        }
    }

    @Test
    void the_invariants_see_what_slips_past_the_guards() throws SQLException {
        String branch = Histories.freshStreet() + "101";
        new FundSteps(http, kafka).accepted(branch, "2026-03", 1, "100.00");
        assertThat(violations(branch).get("hold").asBoolean()).isTrue();

        unguarded(ENTRY.formatted(branch), POSTINGS.formatted(branch, 2, 1));
        assertThat(brokenAt(branch, "ENTRIES_BALANCE")).isEqualTo(1);
        assertThat(brokenAt(branch, "BALANCES_ARE_SUMS_OF_POSTINGS")).isEqualTo(2);
        unguarded("DELETE FROM posting WHERE entry_id = -1", "DELETE FROM journal_entry WHERE id = -1");

        unguarded("UPDATE return_obligation SET owed = owed + 1, funded = 1 WHERE unit = '" + branch + "'");
        assertThat(brokenAt(branch, "OBLIGATIONS_ARE_SUMS_OF_ACCRUALS")).isEqualTo(1);
        assertThat(brokenAt(branch, "FUNDED_IS_SUM_OF_FUNDINGS")).isEqualTo(1);
        assertThat(brokenAt(branch, "ACCOUNTS_AGREE_WITH_OBLIGATIONS")).isEqualTo(1);
        unguarded("UPDATE return_obligation SET owed = owed - 1, funded = 0 WHERE unit = '" + branch + "'");
        assertThat(violations(branch).get("hold").asBoolean()).isTrue();
    }

    private long brokenAt(String branch, String invariant) {
        return violations(branch).get("violations").get(invariant).asLong();
    }

    private JsonNode violations(String branch) {
        return new FundSteps(http, kafka).get(Role.AUDITOR, branch, "/api/fund/ledger/invariants");
    }

    private Connection open() throws SQLException {
        Connection connection = database.connect();
        connection.setAutoCommit(false);
        return connection;
    }

    /** As somebody who may switch triggers off. */
    private void unguarded(String... statements) throws SQLException {
        try (Connection connection = open()) {
            run(connection, "SET LOCAL session_replication_role = replica");
            for (String sql : statements) {
                run(connection, sql);
            }
            connection.commit();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
