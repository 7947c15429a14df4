package org.linli.fund.funding;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.fund.FundSteps;
import org.linli.platform.security.Role;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.TestHttp;
import org.linli.platform.testing.TestKafka;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Fundings over HTTP on real parts: once, never too much, never for somebody else. */
@LinliTest
class FundingIT {

    private static final String PERIOD = "2026-03";

    @Autowired
    TestHttp http;

    @Autowired
    TestKafka kafka;

    FundSteps fund;
    String branch;

    @BeforeEach
    void begin() {
        fund = new FundSteps(http, kafka);
        branch = Histories.freshStreet() + "101";
        fund.accepted(branch, PERIOD, 1, "1000.00");
    }

    @Test
    void forty_at_once_never_fund_more_than_is_owed() throws Exception {
        List<Integer> answers = atOnce(40, n -> fund.fund(branch, PERIOD, "10.00", "transfer-" + n));
        assertThat(answers).filteredOn(status -> status == 201).hasSize(20);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(20);
        JsonNode one = fund.get(Role.HQ, branch, "/api/fund/obligations/" + branch + "/" + PERIOD);
        assertThat(one.get("funded").asString()).isEqualTo("200.00");
        assertThat(one.get("state").asString()).isEqualTo("FUNDED");
        assertThat(fund.all(Role.HQ, branch, "/api/fund/fundings?limit=7")).hasSize(20);
        assertThat(fund.get(Role.HQ, branch, "/api/fund/ledger/invariants")
                        .get("hold")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void the_same_command_sent_ten_times_at_once_moves_money_once() throws Exception {
        Map<String, Object> body = FundSteps.funding(branch, PERIOD, "10.00", "transfer");
        List<Integer> answers = atOnce(10, n -> keyed("one-key-" + branch, body));
        assertThat(answers).allMatch(status -> status == 201);
        assertThat(fund.all(Role.HQ, branch, "/api/fund/fundings")).hasSize(1);
        EntityExchangeResult<byte[]> replayed = keyed("one-key-" + branch, body);
        assertThat(replayed.getResponseHeaders().getFirst("Idempotency-Replayed"))
                .isEqualTo("true");
        assertThat(FundSteps.json(replayed).get("funded").asString()).isEqualTo("10.00");
        assertThat(keyed("one-key-" + branch, FundSteps.funding(branch, PERIOD, "11.00", "transfer"))
                        .getStatus()
                        .value())
                .isEqualTo(422);
    }

    @Test
    void the_same_transfer_under_another_key_is_refused() {
        assertThat(fund.fund(branch, PERIOD, "10.00", "ICBC-7").getStatus().value())
                .isEqualTo(201);
        EntityExchangeResult<byte[]> again = fund.fund(branch, PERIOD, "10.00", "ICBC-7");
        assertThat(again.getStatus().value()).isEqualTo(409);
        assertThat(FundSteps.json(again).get("type").asString()).endsWith("/reference-used");
    }

    @Test
    void a_transfer_whose_reference_looks_alike_is_the_same_and_a_spoilt_one_is_refused() {
        assertThat(fund.fund(branch, PERIOD, "10.00", "ＩＣＢＣ-7\u00A0")
                        .getStatus()
                        .value())
                .isEqualTo(201);
        for (String alike : List.of("ICBC-7", " icbc-7", "ICBC-7\u200B", "\u3000ICBC－7")) {
            assertThat(fund.fund(branch, PERIOD, "10.00", alike).getStatus().value())
                    .isEqualTo(409);
        }
        for (String spoilt : List.of("2.02609E+17", "\u200B", "#N/A", "a\nb")) {
            assertThat(fund.fund(branch, PERIOD, "10.00", spoilt).getStatus().value())
                    .as(spoilt)
                    .isEqualTo(422);
        }
    }

    @Test
    void names_every_field_at_fault() {
        EntityExchangeResult<byte[]> answer = fund.post(
                Role.HQ,
                branch,
                "/api/fund/fundings",
                Map.of(
                        "unit",
                        "440703006",
                        "period",
                        "2026-13",
                        "amount",
                        "-1.00",
                        "date",
                        "2026-02-30",
                        "reference",
                        " "));
        assertThat(answer.getStatus().value()).isEqualTo(422);
        assertThat(FundSteps.json(answer).get("errors").findValuesAsString("field"))
                .containsExactly("unit", "period", "amount", "date", "reference");
    }

    @Test
    void refuses_more_than_is_outstanding_and_days_that_cannot_be() {
        assertThat(problem(Map.of("amount", "200.01"))).endsWith("at most 200.00");
        assertThat(problem(Map.of("date", LocalDate.now().plusDays(2).toString())))
                .endsWith("or earlier");
        assertThat(problem(Map.of("date", "2026-02-28"))).isEqualTo("2026-03-01 or later");
    }

    private String problem(Map<String, Object> instead) {
        Map<String, Object> body = new HashMap<>(FundSteps.funding(branch, PERIOD, "1.00", "r"));
        body.putAll(instead);
        return FundSteps.json(fund.post(Role.HQ, branch, "/api/fund/fundings", body))
                .get("errors")
                .get(0)
                .get("expected")
                .asString();
    }

    @Test
    void an_obligation_that_does_not_exist_is_not_found() {
        assertThat(fund.fund(branch, "2031-01", "1.00", "r").getStatus().value())
                .isEqualTo(404);
    }

    private EntityExchangeResult<byte[]> keyed(String key, Object body) {
        return http.as(Role.HQ, branch)
                .post()
                .uri("/api/fund/fundings")
                .header("Idempotency-Key", key)
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult();
    }

    private interface Attempt {
        EntityExchangeResult<byte[]> make(int number);
    }

    private static List<Integer> atOnce(int times, Attempt attempt) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> attempts = IntStream.range(0, times)
                    .<Callable<Integer>>mapToObj(
                            n -> () -> attempt.make(n).getStatus().value())
                    .toList();
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(attempts)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
