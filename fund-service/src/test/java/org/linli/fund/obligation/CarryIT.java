package org.linli.fund.obligation;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.fund.FundSteps;
import org.linli.platform.security.Role;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.TestDatabase;
import org.linli.platform.testing.TestHttp;
import org.linli.platform.testing.TestKafka;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** A sale in July, its full refund in August: what the street's policy makes of it, on real parts. */
@LinliTest
class CarryIT {

    private static final String JULY = "2025-07";
    private static final String AUGUST = "2025-08";

    @Autowired
    TestHttp http;

    @Autowired
    TestKafka kafka;

    @Autowired
    TestDatabase database;

    FundSteps fund;
    String street;
    String branch;

    @BeforeEach
    void begin() {
        fund = new FundSteps(http, kafka);
        street = Histories.freshStreet();
        branch = street + "101";
        FundSteps.known(database, branch);
    }

    @Test
    void a_street_that_carries_nothing_still_owes_for_the_sale_and_sees_the_refund_left() {
        fund.accepted(branch, JULY, 1, "10000.00");
        fund.accepted(branch, AUGUST, 1, "-10000.00");
        JsonNode year = compliance();
        assertThat(year.get("base").asString()).isEqualTo("0.00");
        assertThat(year.get("owed").asString()).isEqualTo("2000.00");
        assertThat(year.get("assessedBase").asString()).isEqualTo("10000.00");
        assertThat(year.get("uncarried").asString()).isEqualTo("-10000.00");
        assertThat(year.get("compliant").asBoolean()).isFalse();
    }

    @Test
    void a_refund_is_carried_to_the_month_of_the_sale_and_what_was_funded_is_a_credit() {
        carryThroughTheYear();
        fund.accepted(branch, JULY, 1, "10000.00");
        fund.fund(branch, JULY, "500.00", "ICBC-1");
        fund.accepted(branch, AUGUST, 1, "-10000.00");

        JsonNode july = obligation(JULY);
        assertThat(july.get("owed").asString()).isEqualTo("0.00");
        assertThat(july.get("carry").asString()).isEqualTo("YEAR");
        assertThat(july.get("carried").asString()).isEqualTo("-10000.00");
        assertThat(july.get("state").asString()).isEqualTo("OVERFUNDED");
        assertThat(july.get("credit").asString()).isEqualTo("500.00");
        assertThat(july.get("carries").findValuesAsString("change")).containsExactly("-2000.00");
        assertThat(july.get("carries").findValuesAsString("statementId")).containsExactly(branch + "-" + AUGUST + "-1");
        assertThat(obligation(AUGUST).get("carried").asString()).isEqualTo("10000.00");

        JsonNode year = compliance();
        assertThat(year.get("owed").asString()).isEqualTo("0.00");
        assertThat(year.get("uncarried").asString()).isEqualTo("0.00");
        assertThat(year.get("credit").asString()).isEqualTo("500.00");
        assertThat(year.get("compliant").asBoolean()).isTrue();
        JsonNode entry = fund.all(Role.HQ, branch, "/api/fund/ledger/entries").getFirst();
        assertThat(entry.get("kind").asString()).isEqualTo("CARRY");
        assertThat(entry.get("period").asString()).isEqualTo(JULY);
        assertThat(entry.get("source").asString()).isEqualTo(branch + "-" + AUGUST + "-1/" + JULY);
        theSumsAgree();
    }

    @Test
    void a_later_month_takes_up_what_earlier_ones_could_not_and_a_correction_gives_it_back() {
        carryThroughTheYear();
        fund.accepted(branch, AUGUST, 1, "-300.00");
        fund.accepted(branch, "2025-09", 1, "1000.00");
        assertThat(obligation("2025-09").get("owed").asString()).isEqualTo("140.00");
        fund.accepted(branch, AUGUST, 2, "-100.00");
        assertThat(obligation("2025-09").get("owed").asString()).isEqualTo("180.00");
        fund.accepted(branch, JULY, 1, "60.00");
        assertThat(obligation(JULY).get("owed").asString()).isEqualTo("0.00");
        assertThat(obligation("2025-09").get("owed").asString()).isEqualTo("192.00");
        fund.accepted(branch, "2026-01", 1, "-5000.00");
        assertThat(obligation("2025-09").get("owed").asString()).isEqualTo("192.00");
        theSumsAgree();
    }

    @Test
    void a_policy_that_carries_changes_nothing_in_months_accrued_before() {
        fund.accepted(branch, JULY, 1, "10000.00");
        carryThroughTheYear();
        fund.accepted(branch, AUGUST, 1, "-10000.00");
        assertThat(obligation(JULY).get("owed").asString()).isEqualTo("2000.00");
        assertThat(compliance().get("uncarried").asString()).isEqualTo("-10000.00");
    }

    @Test
    void a_trial_shows_what_carrying_would_change() {
        fund.accepted(branch, JULY, 1, "10000.00");
        fund.accepted(branch, AUGUST, 1, "-10000.00");
        JsonNode trial = FundSteps.json(fund.post(Role.HQ, street, "/api/fund/policies?dryRun=true", policy("2025-01")))
                .get("dryRun");
        assertThat(trial.get("change").asString()).isEqualTo("-2000.00");
        assertThat(trial.get("items").findValuesAsString("wouldCarry")).containsExactly("YEAR");
    }

    private void carryThroughTheYear() {
        assertThat(fund.post(Role.HQ, street, "/api/fund/policies", policy("2025-01"))
                        .getStatus()
                        .value())
                .isEqualTo(201);
        assertThat(fund.all(Role.HQ, branch, "/api/fund/policies")
                        .getLast()
                        .get("carry")
                        .asString())
                .isEqualTo("YEAR");
    }

    private Map<String, String> policy(String from) {
        return Map.of("scope", street, "base", "GROSS_LESS_TAX", "rate", "0.2", "carry", "YEAR", "effectiveFrom", from);
    }

    private JsonNode obligation(String period) {
        return fund.get(Role.BRANCH_CLERK, branch, "/api/fund/obligations/" + branch + "/" + period);
    }

    private JsonNode compliance() {
        List<JsonNode> rows =
                fund.all(Role.AUDITOR, street, "/api/fund/compliance/" + street + "?from=2025-01&to=2025-12");
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private void theSumsAgree() {
        assertThat(fund.get(Role.HQ, branch, "/api/fund/ledger/invariants")
                        .get("hold")
                        .asBoolean())
                .isTrue();
    }
}
