package org.linli.fund.funding;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.fund.FundSteps;
import org.linli.platform.security.Role;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.TestHttp;
import org.linli.platform.testing.TestKafka;
import org.linli.platform.testing.history.Histories;
import org.linli.platform.unit.StreetTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Fundings taken back over HTTP on real parts: whole, once, by a document that names them. */
@LinliTest
class ReversalIT {

    private static final String PERIOD = "2026-03";
    private static final String FUNDED_ON = "2026-03-28";
    private static final String RETURNED_ON = "2026-04-02";

    @Autowired
    TestHttp http;

    @Autowired
    TestKafka kafka;

    FundSteps fund;
    String branch;
    String funding;

    @BeforeEach
    void a_branch_that_funded_150_of_200() {
        fund = new FundSteps(http, kafka);
        branch = Histories.freshStreet() + "101";
        fund.accepted(branch, PERIOD, 1, "1000.00");
        funding = FundSteps.fundingId(fund.fund(branch, PERIOD, "150.00", "ICBC-1"));
    }

    @Test
    void money_that_came_back_is_outstanding_again_and_the_books_move_back_by_the_same_amount() {
        EntityExchangeResult<byte[]> answer = fund.reverse(branch, funding, RETURNED_ON, "RETURN-ICBC-1");
        assertThat(answer.getStatus().value()).isEqualTo(201);
        JsonNode booked = FundSteps.json(answer);
        assertThat(booked.get("outstanding").asString()).isEqualTo("200.00");
        assertThat(booked.get("funded").asString()).isEqualTo("0.00");
        assertThat(booked.get("state").asString()).isEqualTo("OWED");

        JsonNode reversal = fund.get(
                Role.AUDITOR, branch, answer.getResponseHeaders().getLocation().getPath());
        assertThat(reversal).isEqualTo(booked.get("reversal"));
        assertThat(reversal.get("fundingId").asString()).isEqualTo(funding);
        assertThat(reversal.get("amount").asString()).isEqualTo("150.00");
        assertThat(reversal.get("reason").asString()).isEqualTo("银行退回");
        assertThat(reversal.get("date").asString()).isEqualTo(RETURNED_ON);

        assertThat(fund.get(Role.HQ, branch, "/api/fund/ledger/trial-balance")
                        .get("accounts")
                        .findValuesAsString("balance"))
                .containsExactly("0.00", "200.00", "200.00");
        JsonNode back = fund.all(Role.HQ, branch, "/api/fund/ledger/entries").getFirst();
        assertThat(back.get("kind").asString()).isEqualTo("FUNDING_REVERSAL");
        assertThat(back.get("bookedOn").asString()).isEqualTo(RETURNED_ON);
        assertThat(back.get("postings").findValuesAsString("account")).containsExactly("1221", "1002");
        JsonNode compliance = fund.get(Role.HQ, branch, "/api/fund/compliance/" + branch)
                .get("items")
                .get(0);
        assertThat(compliance.get("outstanding").asString()).isEqualTo("200.00");
        assertThat(compliance.get("rateReached").asString()).isEqualTo("0.0000");
        assertThat(compliance.get("compliant").asBoolean()).isFalse();
        theSumsAgree();
    }

    @Test
    void the_funding_stays_readable_and_shows_what_took_it_back() {
        fund.reverse(branch, funding, FUNDED_ON, "RETURN-ICBC-1");
        JsonNode shown = fund.get(Role.BRANCH_CLERK, branch, "/api/fund/fundings/" + funding);
        assertThat(shown.get("amount").asString()).isEqualTo("150.00");
        assertThat(shown.get("state").asString()).isEqualTo("REVERSED");
        assertThat(shown.get("reversal").get("reference").asString()).isEqualTo("RETURN-ICBC-1");
        assertThat(shown.get("history").findValuesAsString("action")).containsExactly("BOOKED", "REVERSED");
        assertThat(fund.all(Role.HQ, branch, "/api/fund/fundings")).containsExactly(shown);
        assertThat(fund.all(Role.HQ, branch, "/api/fund/reversals?from=2026-03&to=2026-03"))
                .containsExactly(shown.get("reversal"));
        assertThat(fund.get(Role.HQ, branch, "/api/fund/obligations/" + branch + "/" + PERIOD)
                        .get("fundings")
                        .findValuesAsString("reversalId"))
                .containsExactly(shown.get("reversal").get("id").asString());
    }

    @Test
    void what_was_taken_back_can_be_funded_again_by_another_transfer() {
        fund.reverse(branch, funding, FUNDED_ON, "RETURN-ICBC-1");
        assertThat(fund.fund(branch, PERIOD, "200.00", "ICBC-2").getStatus().value())
                .isEqualTo(201);
        assertThat(fund.get(Role.HQ, branch, "/api/fund/obligations/" + branch + "/" + PERIOD)
                        .get("state")
                        .asString())
                .isEqualTo("FUNDED");
        theSumsAgree();
    }

    @Test
    void others_are_told_in_the_order_of_the_obligation() {
        fund.reverse(branch, funding, FUNDED_ON, "RETURN-ICBC-1");
        Awaitility.await("three events").until(() -> told().size() == 3);
        assertThat(told())
                .extracting(event -> header(event, "ce_sequence") + " " + header(event, "ce_type"))
                .containsExactly(
                        "1 linli.fund.return-obligation.accrued.v1",
                        "2 linli.fund.return-obligation.funded.v1",
                        "3 linli.fund.return-obligation.funding-reversed.v1");
    }

    private List<ConsumerRecord<String, byte[]>> told() {
        return kafka.records("linli.fund.return-obligation").stream()
                .filter(event -> header(event, "ce_subject").equals(branch + "/" + PERIOD))
                .toList();
    }

    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Test
    void a_funding_is_taken_back_once_however_many_try_at_once() throws Exception {
        List<Integer> answers = new ArrayList<>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> attempts = IntStream.range(0, 10)
                    .<Callable<Integer>>mapToObj(n -> () -> fund.reverse(branch, funding, FUNDED_ON, "RETURN-" + n)
                            .getStatus()
                            .value())
                    .toList();
            for (var answer : people.invokeAll(attempts)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(9);
        assertThat(type(fund.reverse(branch, funding, FUNDED_ON, "RETURN-again")))
                .endsWith("/funding-reversed");
        theSumsAgree();
    }

    @Test
    void the_same_command_again_gives_the_first_answer() {
        Map<String, Object> body = FundSteps.reversal(FUNDED_ON, "RETURN-ICBC-1");
        EntityExchangeResult<byte[]> first = keyed(body);
        EntityExchangeResult<byte[]> again = keyed(body);
        assertThat(again.getStatus().value()).isEqualTo(201);
        assertThat(again.getResponseHeaders().getFirst("Idempotency-Replayed")).isEqualTo("true");
        assertThat(FundSteps.json(again)).isEqualTo(FundSteps.json(first));
        assertThat(keyed(FundSteps.reversal(FUNDED_ON, "RETURN-ICBC-2"))
                        .getStatus()
                        .value())
                .isEqualTo(422);
    }

    @Test
    void a_movement_of_the_bank_is_booked_once_whichever_way_it_went() {
        assertThat(type(fund.reverse(branch, funding, FUNDED_ON, " ICBC-1 "))).endsWith("/reference-used");
        fund.reverse(branch, funding, FUNDED_ON, "RETURN-ICBC-1");
        assertThat(type(fund.fund(branch, PERIOD, "1.00", "RETURN-ICBC-1"))).endsWith("/reference-used");
        assertThat(type(fund.fund(branch, PERIOD, "150.00", "ICBC-1"))).endsWith("/reference-used");
    }

    @Test
    void is_dated_neither_before_the_funding_nor_in_the_future() {
        assertThat(expected(fund.reverse(branch, funding, "2026-03-27", "r"))).isEqualTo(FUNDED_ON + " or later");
        LocalDate today = LocalDate.now(StreetTime.ZONE);
        assertThat(expected(fund.reverse(branch, funding, today.plusDays(1).toString(), "r")))
                .isEqualTo("today, " + today + ", or earlier");
        assertThat(fund.reverse(branch, funding, today.toString(), "r")
                        .getStatus()
                        .value())
                .isEqualTo(201);
    }

    @Test
    void names_every_field_at_fault_and_knows_no_other_funding() {
        EntityExchangeResult<byte[]> answer = fund.post(
                Role.HQ,
                branch,
                "/api/fund/fundings/" + funding + "/reversal",
                Map.of("reason", " ", "reference", "", "date", "2026-02-30"));
        assertThat(answer.getStatus().value()).isEqualTo(422);
        assertThat(FundSteps.json(answer).get("errors").findValuesAsString("field"))
                .containsExactly("reason", "reference", "date");
        assertThat(fund.reverse(branch, "999999999", FUNDED_ON, "r").getStatus().value())
                .isEqualTo(404);
        assertThat(fund.reverse(branch, "x", FUNDED_ON, "r").getStatus().value())
                .isEqualTo(404);
    }

    @Test
    void a_negative_funding_is_refused_and_the_way_to_take_one_back_is_named() {
        assertThat(expected(fund.fund(branch, PERIOD, "-150.00", "RETURN-ICBC-1")))
                .contains("/reversal");
    }

    private static String type(EntityExchangeResult<byte[]> answer) {
        return FundSteps.json(answer).get("type").asString();
    }

    private static String expected(EntityExchangeResult<byte[]> answer) {
        assertThat(answer.getStatus().value()).isEqualTo(422);
        return FundSteps.json(answer).get("errors").get(0).get("expected").asString();
    }

    private EntityExchangeResult<byte[]> keyed(Object body) {
        return http.as(Role.HQ, branch)
                .post()
                .uri("/api/fund/fundings/" + funding + "/reversal")
                .header("Idempotency-Key", "reversal-" + branch)
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult();
    }

    private void theSumsAgree() {
        assertThat(fund.get(Role.HQ, branch, "/api/fund/ledger/invariants")
                        .get("hold")
                        .asBoolean())
                .isTrue();
    }
}
