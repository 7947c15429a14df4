package org.linli.partner.agreement;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.partner.agreement.application.ExpireAgreements;
import org.linli.platform.security.Role;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.TestDatabase;
import org.linli.platform.testing.TestHttp;
import org.linli.platform.testing.TestKafka;
import org.linli.platform.testing.TestTokens;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** An agreement's life on a real database, with its events on a real broker. */
@LinliTest
class AgreementIT {

    @Autowired
    TestHttp http;

    @Autowired
    TestDatabase database;

    @Autowired
    TestKafka kafka;

    @Autowired
    SeededProposals proposals;

    @Autowired
    ExpireAgreements expiry;

    private AgreementSteps steps;
    private String branch;

    @BeforeEach
    void begin() {
        steps = new AgreementSteps(http, proposals);
        branch = Histories.freshStreet() + "101";
    }

    @Test
    void what_the_street_called_for_is_carried_out_by_the_branches_that_it_names() {
        String street = branch.substring(0, 9);
        String proposal = steps.proposal(street).toString();
        WebTestClient hq = http.as(Role.HQ, street);
        Map<String, Object> nowhere = Map.of("proposalId", proposal, "terms", AgreementSteps.terms());
        assertThat(steps.post(hq, "", nowhere, 422).at("/errors/0/field").asString())
                .isEqualTo("unit");
        assertThat(steps.post(hq, "", at(proposal, "999999999999"), 422)
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("unit");
        steps.post(steps.clerk(branch), "", at(proposal, branch), 404);

        String first = steps.post(hq, "", at(proposal, branch), 201).get("id").asString();
        steps.post(hq, "", at(proposal, street + "102"), 201);
        assertThat(type(steps.post(hq, "", at(proposal, branch), 409))).isEqualTo("proposal-agreed");
        assertThat(steps.signByBoth(branch, first).get("state").asString()).isEqualTo("SIGNED");
    }

    private static Map<String, Object> at(String proposal, String unit) {
        return Map.of("proposalId", proposal, "unit", unit, "terms", AgreementSteps.terms());
    }

    @Test
    void it_is_drafted_signed_amended_and_ended_and_tells_so() {
        String id = steps.draft(branch, AgreementSteps.terms());
        assertThat(steps.get(steps.partner(branch), "/" + id, 200).get("state").asString())
                .isEqualTo("DRAFT");
        JsonNode signed = steps.signByBoth(branch, id);
        assertThat(signed.get("state").asString()).isEqualTo("SIGNED");
        assertThat(signed.get("inForce").asInt()).isEqualTo(1);

        steps.post(
                steps.clerk(branch),
                "/" + id + "/amendments",
                Map.of("terms", AgreementSteps.with("shareRate", "0.2")),
                200);
        JsonNode revised = AgreementSteps.send(
                steps.clerk(branch),
                HttpMethod.PUT,
                "/" + id + "/terms",
                Map.of("terms", AgreementSteps.with("shareRate", "0.25")),
                200);
        assertThat(revised.get("state").asString()).isEqualTo("AMENDING");
        assertThat(revised.get("inForce").asInt()).isEqualTo(1);
        JsonNode amended = steps.signByBoth(branch, id);
        assertThat(amended.get("inForce").asInt()).isEqualTo(2);
        assertThat(amended.get("versions").get(1).get("terms").get("shareRate").asString())
                .isEqualTo("0.2500");

        Map<String, String> wrong = Map.of(
                "reason",
                "迁出",
                "lastDay",
                "2026-01-31",
                "sharesOutstanding",
                "0",
                "depositReturned",
                "1999.99",
                "depositKept",
                "0");
        assertThat(steps.post(steps.head(branch), "/" + id + "/end", wrong, 422)
                        .get("errors")
                        .get(0)
                        .get("expected")
                        .asString())
                .startsWith("2000.00");
        Map<String, String> right = Map.of(
                "reason",
                "迁出",
                "lastDay",
                "2026-01-31",
                "sharesOutstanding",
                "0",
                "depositReturned",
                "1999.99",
                "depositKept",
                "0.01");
        JsonNode ended = steps.post(steps.head(branch), "/" + id + "/end", right, 200);
        assertThat(ended.get("settlement").get("depositKept").asString()).isEqualTo("0.01");
        assertThat(actions(id))
                .containsExactly("DRAFTED", "SIGNED", "SIGNED", "AMENDED", "REVISED", "SIGNED", "SIGNED", "ENDED");
        assertThat(told(id, 3)).containsExactly("signed.v1 1", "amended.v1 2", "ended.v1 3");
        assertThatThrownBy(() -> database.execute("UPDATE agreement_version SET share_rate = 0 WHERE agreement_id = '"
                        + id + "' AND version = 1"))
                .hasStackTraceContaining("never changed");
    }

    private List<String> actions(String id) {
        return steps.get(steps.partner(branch), "/" + id + "/history", 200)
                .get("items")
                .valueStream()
                .map(step -> step.get("action").asString())
                .toList();
    }

    private List<String> told(String id, int count) {
        return Awaitility.await("events of " + id)
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> kafka.records("linli.partner.agreement").stream()
                                .filter(record -> header(record, "ce_subject").equals(id))
                                .map(record -> header(record, "ce_type").replace("linli.partner.agreement.", "") + " "
                                        + header(record, "ce_sequence"))
                                .toList(),
                        found -> found.size() >= count);
    }

    private static String header(org.apache.kafka.clients.consumer.ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Test
    void one_agreement_a_proposal_and_one_successor_an_agreement() {
        String proposal = steps.proposal(branch).toString();
        Map<String, Object> draft = Map.of("proposalId", proposal, "terms", AgreementSteps.terms());
        String id = steps.post(steps.clerk(branch), "", draft, 201).get("id").asString();
        assertThat(type(steps.post(steps.clerk(branch), "", draft, 409))).isEqualTo("proposal-agreed");
        steps.post(steps.clerk(branch), "/" + id + "/discard", null, 200);
        String next = steps.post(steps.clerk(branch), "", draft, 201).get("id").asString();
        steps.signByBoth(branch, next);

        Map<String, Object> later = AgreementSteps.with("startsOn", "2035-03-01");
        later.put("endsOn", "2036-02-29");
        JsonNode renewal = steps.post(steps.clerk(branch), "/" + next + "/renewal", Map.of("terms", later), 201);
        assertThat(renewal.get("predecessor").asString()).isEqualTo(next);
        assertThat(type(steps.post(steps.clerk(branch), "/" + next + "/renewal", Map.of("terms", later), 409)))
                .isEqualTo("agreement-renewed");
        assertThat(steps.get(steps.head(branch), "/" + next, 200).get("successor"))
                .isEqualTo(renewal.get("id"));
    }

    @Test
    void twenty_signatures_at_once_are_one() throws Exception {
        String id = steps.draft(branch, AgreementSteps.terms());
        steps.post(steps.partner(branch), "/" + id + "/signature", null, 200);
        List<Integer> answers = atOnce(() -> steps.head(branch)
                .post()
                .uri("/api/partner/agreements/" + id + "/signature")
                .exchange()
                .returnResult(byte[].class)
                .getStatus()
                .value());
        assertThat(answers)
                .containsOnly(200, 409)
                .filteredOn(status -> status == 200)
                .hasSize(1);
        assertThat(told(id, 1)).containsExactly("signed.v1 1");
    }

    @Test
    void only_what_was_read_is_signed_and_nobody_signs_for_both() {
        String id = steps.draft(branch, AgreementSteps.terms());
        WebTestClient stale = steps.partner(branch)
                .mutate()
                .defaultHeader("If-Match", "\"7\"")
                .build();
        assertThat(type(steps.post(stale, "/" + id + "/signature", null, 412))).isEqualTo("changed-meanwhile");
        steps.post(steps.partner(branch), "/" + id + "/signature", null, 200);
        WebTestClient both =
                http.bearing(TestTokens.tokenOf(AgreementSteps.partnerOf(branch), List.of(Role.BRANCH_HEAD), branch));
        assertThat(type(steps.post(both, "/" + id + "/signature", null, 409))).isEqualTo("same-hands");
        WebTestClient clerk =
                http.bearing(TestTokens.tokenOf("somebody", List.of(Role.PARTNER, Role.BRANCH_CLERK), branch));
        steps.post(clerk, "/" + id + "/signature", null, 404);
    }

    @Test
    void every_mistake_of_the_terms_is_named() {
        Map<String, Object> terms = AgreementSteps.with("shareRate", "1.01");
        terms.put("line", "barber");
        terms.put("deposit", "-1");
        terms.put("endsOn", "2026-02-30");
        JsonNode answer = steps.post(
                steps.clerk(branch),
                "",
                Map.of("proposalId", steps.proposal(branch).toString(), "terms", terms),
                422);
        assertThat(fields(answer))
                .containsExactlyInAnyOrder("terms.shareRate", "terms.line", "terms.deposit", "terms.endsOn");
        Map<String, Object> dear =
                AgreementSteps.with("priceList", List.of(Map.of("item", "推拿", "price", "60.01", "market", "120.00")));
        assertThat(fields(steps.post(
                        steps.clerk(branch),
                        "",
                        Map.of("proposalId", steps.proposal(branch).toString(), "terms", dear),
                        422)))
                .containsExactly("terms.priceList[0].price");
    }

    @Test
    void promises_are_tracked() {
        String id = steps.agreed(branch, AgreementSteps.terms());
        Map<String, Object> price = Map.of("item", "推拿", "price", "60.00", "market", "120.00", "day", "2026-03-14");
        assertThat(steps.post(steps.clerk(branch), "/" + id + "/price-checks", price, 201)
                        .get("kept")
                        .asBoolean())
                .isTrue();
        Map<String, Object> dear = Map.of("item", "推拿", "price", "60.01", "market", "120.00", "day", "2026-03-14");
        assertThat(steps.post(steps.clerk(branch), "/" + id + "/price-checks", dear, 201)
                        .get("kept")
                        .asBoolean())
                .isFalse();
        Map<String, Object> session = Map.of("title", "义诊", "day", "2025-03-14", "attendees", 36);
        steps.post(steps.clerk(branch), "/" + id + "/public-sessions", session, 201);
        Map<String, Object> early = Map.of("title", "义诊", "day", "2025-02-14", "attendees", 36);
        steps.post(steps.clerk(branch), "/" + id + "/public-sessions", early, 422);
        Map<String, Object> review = Map.of("year", 2025, "verdict", "CONTINUE", "remarks", "居民满意");
        steps.post(steps.head(branch), "/" + id + "/reviews", review, 201);
        assertThat(type(steps.post(steps.head(branch), "/" + id + "/reviews", review, 409)))
                .isEqualTo("reviewed-already");
        JsonNode promises = steps.get(steps.partner(branch), "/" + id + "/promises", 200);
        assertThat(promises.get("broken").asInt()).isEqualTo(1);
        assertThat(promises.get("sessionYears").get(0).get("owed").asInt()).isEqualTo(6);
        assertThat(promises.get("sessionYears").get(0).get("held").asInt()).isEqualTo(1);
    }

    @Test
    void it_expires_by_itself_and_says_so() {
        Map<String, Object> past = AgreementSteps.terms();
        past.put("endsOn", "2025-12-31");
        String id = steps.agreed(branch, past);
        assertThat(expiry.expire().block(Duration.ofSeconds(30))).isPositive();
        assertThat(steps.get(steps.head(branch), "/" + id, 200).get("state").asString())
                .isEqualTo("EXPIRED");
        assertThat(told(id, 2)).containsExactly("signed.v1 1", "ended.v1 2");
    }

    @Test
    void the_paper_is_a_pdf_and_lists_page_latest_first() {
        steps.draft(branch, AgreementSteps.terms());
        String id = steps.draft(branch, AgreementSteps.terms());
        byte[] pdf = steps.partner(branch)
                .get()
                .uri("/api/partner/agreements/" + id + "/document")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/pdf")
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        JsonNode first = steps.get(steps.partner(branch), "?limit=1", 200);
        assertThat(first.get("items").get(0).get("id").asString()).isEqualTo(id);
        JsonNode second = steps.get(
                steps.partner(branch), "?limit=1&cursor=" + first.get("next").asString(), 200);
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(steps.get(steps.head(branch), "?q=颈肩&state=DRAFT&within=" + branch, 200)
                        .get("items"))
                .hasSize(2);
    }

    @Test
    void a_signed_paper_stays_the_same_when_its_partner_is_renamed() {
        String signed = steps.agreed(branch, AgreementSteps.terms());
        String draft = steps.draft(branch, AgreementSteps.terms());
        byte[] before = paper(signed);
        byte[] drafted = paper(draft);
        String partner = steps.get(steps.partner(branch), "/" + signed, 200)
                .get("partnerId")
                .asString();
        steps.partner(branch)
                .put()
                .uri("/api/partner/partners/" + partner)
                .bodyValue(Map.of("name", "改了名的合伙人"))
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(paper(signed)).isEqualTo(before);
        assertThat(paper(draft)).isNotEqualTo(drafted);
    }

    private byte[] paper(String id) {
        return steps.partner(branch)
                .get()
                .uri("/api/partner/agreements/" + id + "/document")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
    }

    private static List<String> fields(JsonNode problem) {
        return problem.get("errors")
                .valueStream()
                .map(error -> error.get("field").asString())
                .toList();
    }

    private static String type(JsonNode problem) {
        return problem.get("type").asString().replaceFirst(".*/", "");
    }

    private static List<Integer> atOnce(Callable<Integer> call) throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> answers = new java.util.ArrayList<>();
            for (Future<Integer> answer : people.invokeAll(java.util.Collections.nCopies(20, call))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
