package org.linli.fund.policy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.fund.FundSteps;
import org.linli.platform.security.Role;
import org.linli.platform.testing.DatabaseFingerprint;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.TestDatabase;
import org.linli.platform.testing.TestHttp;
import org.linli.platform.testing.TestKafka;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Return policies over HTTP on real parts. */
@LinliTest
class PolicyIT {

    @Autowired
    TestHttp http;

    @Autowired
    TestKafka kafka;

    @Autowired
    TestDatabase database;

    @Autowired
    DatabaseFingerprint fingerprint;

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
    void a_declared_policy_binds_new_periods_and_leaves_accrued_ones_frozen() {
        fund.accepted(branch, "2026-03", 1, "1000.00");
        assertThat(declare(street, "GROSS_LESS_TAX", "0.25", "2026-01")
                        .getStatus()
                        .value())
                .isEqualTo(201);
        fund.accepted(branch, "2026-03", 2, "2000.00");
        fund.accepted(branch, "2026-04", 1, "1000.00");
        assertThat(owed("2026-03")).isEqualTo("400.00");
        assertThat(owed("2026-04")).isEqualTo("250.00");
    }

    private String owed(String period) {
        return fund.get(Role.HQ, street, "/api/fund/obligations/" + branch + "/" + period)
                .get("owed")
                .asString();
    }

    @Test
    void a_dry_run_shows_what_would_change_and_changes_nothing() {
        fund.accepted(branch, "2026-03", 1, "1000.00");
        fund.accepted(street + "102", "2026-03", 1, "10.01");
        Map<String, String> before = fingerprint.take();
        JsonNode trial = FundSteps.json(fund.post(
                        Role.HQ, street, "/api/fund/policies?dryRun=true", policy(street, "GROSS", "0.3", "2027-01")))
                .get("dryRun");
        assertThat(trial.get("branches").asInt()).isEqualTo(2);
        assertThat(trial.get("change").asString()).isEqualTo("101.00");
        assertThat(trial.get("items").findValuesAsString("wouldOwe")).containsExactly("300.00", "3.00");
        assertThat(fingerprint.take()).isEqualTo(before);
    }

    @Test
    void lists_what_binds_a_branch_from_everywhere_down() {
        declare(street, "GROSS_LESS_TAX", "0.25", "2026-01");
        declare(street, "GROSS_LESS_TAX", "0.3", "2027-01");
        declare(branch, "GROSS", "0.4", "2026-01");
        assertThat(fund.all(Role.BRANCH_CLERK, branch, "/api/fund/policies?limit=1"))
                .extracting(policy -> policy.get("scope").asString() + " "
                        + policy.get("rate").asString())
                .containsExactly(" 0.2000", street + " 0.2500", street + " 0.3000", branch + " 0.4000");
    }

    @Test
    void refuses_a_branch_below_its_street_and_says_what_would_be_right() {
        declare(street, "GROSS_LESS_TAX", "0.3", "2026-01");
        EntityExchangeResult<byte[]> answer = declare(branch, "GROSS", "0.25", "2026-01");
        assertThat(answer.getStatus().value()).isEqualTo(422);
        JsonNode problem = FundSteps.json(answer);
        assertThat(problem.get("type").asString()).endsWith("/policy-below-floor");
        assertThat(problem.get("errors").get(0).get("expected").asString()).isEqualTo("at least 0.3000");
    }

    @Test
    void refuses_a_branch_below_its_street_in_a_later_month_in_which_both_hold() {
        declare(street, "GROSS", "0.2", "2199-01");
        EntityExchangeResult<byte[]> answer = declare(branch, "GROSS_LESS_TAX", "0.2", "2198-12");
        assertThat(answer.getStatus().value()).isEqualTo(422);
        JsonNode error = FundSteps.json(answer).get("errors").get(0);
        assertThat(error.get("field").asString()).isEqualTo("base");
        assertThat(error.get("expected").asString())
                .isEqualTo(
                        "a higher rate, or the base GROSS; or declare first what binds " + branch + " from 2199-01 on");
    }

    @Test
    void refuses_a_street_below_its_district_and_says_whose_policy_it_is() {
        String district = street.substring(0, 6);
        assertThat(fund.post(Role.HQ, district, "/api/fund/policies", policy(district, "GROSS", "0.2", "2199-01"))
                        .getStatus()
                        .value())
                .isEqualTo(201);
        EntityExchangeResult<byte[]> answer = declare(street, "GROSS_LESS_TAX", "0.2", "2198-12");
        assertThat(answer.getStatus().value()).isEqualTo(422);
        JsonNode error = FundSteps.json(answer).get("errors").get(0);
        assertThat(error.get("field").asString()).isEqualTo("base");
        assertThat(error.get("reason").asString()).contains("the district's " + district);
    }

    @Test
    void a_branch_declared_before_its_street_gives_by_the_streets_base_from_then_on() {
        declare(branch, "GROSS_LESS_TAX", "0.2", "2025-12");
        declare(street, "GROSS", "0.2", "2026-01");
        kafka.publish(List.of(FundSteps.statement(branch, "2025-12", 1, "100.00", "10.00")));
        kafka.publish(List.of(FundSteps.statement(branch, "2026-01", 1, "100.00", "10.00")));
        fund.awaitCounted(branch, 2);
        assertThat(owed("2025-12")).isEqualTo("18.00");
        assertThat(owed("2026-01")).isEqualTo("20.00");
    }

    @Test
    void names_every_field_at_fault() {
        EntityExchangeResult<byte[]> answer = declare("44070", "NET", "0.19", "March");
        assertThat(answer.getStatus().value()).isEqualTo(422);
        assertThat(FundSteps.json(answer).get("errors").findValuesAsString("field"))
                .containsExactly("scope", "base", "rate", "effectiveFrom");
    }

    @Test
    void refuses_a_policy_for_units_that_nobody_has_heard_of_tried_out_or_not() {
        for (String uri : List.of("/api/fund/policies", "/api/fund/policies?dryRun=true")) {
            EntityExchangeResult<byte[]> answer =
                    fund.post(Role.HQ, street, uri, policy(street + "199", "GROSS", "0.3", "2027-01"));
            assertThat(answer.getStatus().value()).isEqualTo(422);
            assertThat(FundSteps.json(answer).get("errors").findValuesAsString("field"))
                    .containsExactly("scope");
        }
    }

    @Test
    void a_street_does_not_decide_for_everybody() {
        assertThat(declare("", "GROSS", "0.5", "2030-01").getStatus().value()).isEqualTo(404);
    }

    private EntityExchangeResult<byte[]> declare(String scope, String base, String rate, String from) {
        return fund.post(Role.HQ, street, "/api/fund/policies", policy(scope, base, rate, from));
    }

    private static Map<String, String> policy(String scope, String base, String rate, String from) {
        return Map.of("scope", scope, "base", base, "rate", rate, "effectiveFrom", from);
    }
}
