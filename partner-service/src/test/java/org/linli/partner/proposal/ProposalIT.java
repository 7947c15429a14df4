package org.linli.partner.proposal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.partner.call.CallSteps;
import org.linli.partner.document.Samples;
import org.linli.partner.document.UploadSteps;
import org.linli.partner.proposal.application.ExpireProposals;
import org.linli.partner.proposal.store.AcceptedProposals;
import org.linli.platform.security.Role;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.history.Histories;
import org.linli.platform.unit.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** A proposal's way over HTTP, from draft to decision. */
@LinliTest
class ProposalIT {

    private static final Map<String, Object> CHANGES =
            Map.of("remarks", List.of(Map.of("field", "priceYuan", "remark", "请说明价格如何得出")));

    @Autowired
    ServiceUnderTest service;

    @Autowired
    ExpireProposals expiry;

    @Autowired
    AcceptedProposals acceptedProposals;

    private ProposalSteps steps;
    private CallSteps calls;
    private String branch;
    private String call;
    private WebTestClient head;
    private WebTestClient partner;
    private WebTestClient rival;

    @BeforeEach
    void anOpenCall() {
        steps = new ProposalSteps(service);
        calls = steps.calls();
        String street = Histories.freshStreet();
        branch = street + "101";
        call = calls.publishedCall(branch);
        head = service.http().as(Role.BRANCH_HEAD, branch);
        partner = steps.partner(street);
        rival = steps.partner(Histories.freshStreet());
    }

    @Test
    void goes_from_draft_over_changes_and_trial_to_acceptance() {
        String id = steps.drafted(partner, call);
        steps.command(partner, id, "submission", null);
        JsonNode back = steps.command(head, id, "change-requests", CHANGES);
        assertThat(back.get("remarks").get(0).get("field").asString()).isEqualTo("priceYuan");
        Map<String, Object> cheaper = ProposalSteps.proposal(call);
        cheaper.put("priceYuan", "18.50");
        cheaper.put("submit", true);
        JsonNode again = calls.put(partner, "/proposals/" + id, cheaper, 200);
        assertThat(again.get("state").asString()).isEqualTo("SUBMITTED");
        assertThat(again.get("contentVersion").asInt()).isEqualTo(2);
        steps.command(head, id, "trial", null);
        JsonNode accepted = steps.command(head, id, "decision", Map.of("accepted", true, "reasons", List.of("居民评价高")));
        assertThat(accepted.get("state").asString()).isEqualTo("ACCEPTED");
        assertThat(calls.events(id))
                .containsExactly("1 submitted", "2 changes-requested", "3 submitted", "4 trial-started", "5 accepted");
        assertThat(acceptedProposals.find(UUID.fromString(id), Scope.of(branch)).block(Duration.ofSeconds(5)))
                .extracting(AcceptedProposal::title, AcceptedProposal::line, AcceptedProposal::mode)
                .containsExactly("长者书法晚课", "TRAINING", "VENUE_COOPERATION");
        calls.post(partner, "/proposals/" + id + "/withdrawal", null, 409);
    }

    @Test
    void versions_are_kept_and_compared_and_a_unit_sees_those_handed_in() {
        Map<String, Object> first = ProposalSteps.proposal(call);
        first.put("title", "没想好");
        String id = calls.post(partner, "/proposals", first, 201).get("id").asString();
        Map<String, Object> second = ProposalSteps.proposal(call);
        calls.put(partner, "/proposals/" + id, second, 200);
        steps.command(partner, id, "submission", null);
        steps.command(head, id, "change-requests", CHANGES);
        second.put("priceYuan", "18.50");
        calls.put(partner, "/proposals/" + id, second, 200);
        assertThat(numbers(calls.get(partner, "/proposals/" + id + "/versions", 200)))
                .containsExactly(1, 2, 3);
        assertThat(numbers(calls.get(head, "/proposals/" + id + "/versions", 200)))
                .containsExactly(2);
        assertThat(calls.get(head, "/proposals/" + id, 200).get("priceYuan").asString())
                .isEqualTo("20.00");
        assertThat(calls.get(partner, "/proposals/" + id, 200).get("priceYuan").asString())
                .isEqualTo("18.50");
        JsonNode difference = calls.get(partner, "/proposals/" + id + "/versions/2/difference/3", 200);
        assertThat(difference.toString())
                .isEqualTo("{\"items\":[{\"field\":\"priceYuan\",\"before\":\"20.00\",\"after\":\"18.50\"}]}");
        calls.get(head, "/proposals/" + id + "/versions/1/difference/2", 404);
    }

    @Test
    void all_that_is_missing_is_named_at_once_and_keeps_nothing() {
        JsonNode incomplete = calls.post(partner, "/proposals", Map.of("callId", call, "submit", true), 422);
        assertThat(incomplete.get("type").asString()).endsWith("/proposal-incomplete");
        assertThat(incomplete
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("field").asString()))
                .containsExactly("title", "summary", "mode", "priceYuan", "marketPriceYuan");
        assertThat(calls.get(partner, "/proposals?call=" + call, 200).get("items"))
                .isEmpty();
        Map<String, Object> dear = ProposalSteps.proposal(call);
        dear.put("priceYuan", "60.01");
        String id = calls.post(partner, "/proposals", dear, 201).get("id").asString();
        calls.post(partner, "/proposals/" + id + "/submission", null, 422);
    }

    @Test
    void brings_the_documents_asked_for_its_own_and_whole_and_shows_them_to_the_unit() {
        Map<String, Object> asking = CallSteps.call(branch);
        asking.put("documents", List.of(Map.of("code", "LICENCE", "name", "营业执照", "required", true)));
        String asked = calls.post(head, "/open-calls", asking, 201).get("id").asString();
        calls.post(head, "/open-calls/" + asked + "/publication", null, 200);
        assertThat(reasons(asked, List.of())).containsExactly("missing: LICENCE");
        String strange = UUID.randomUUID().toString();
        assertThat(reasons(asked, licence(strange))).containsExactly("not one of your documents: " + strange);
        byte[] pdf = Samples.pdf(64, 7);
        String document = new UploadSteps(service.http().base(), branch.substring(0, 9)).upload("营业执照.pdf", pdf);
        JsonNode made = calls.post(partner, "/proposals", bringing(asked, licence(document)), 201);
        String documents = "/proposals/" + made.get("id").asString() + "/documents/";
        head.get()
                .uri("/api/partner" + documents + document + "/content")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .isEqualTo(pdf);
        calls.get(rival, documents + document + "/content", 404);
        calls.get(head, documents + strange + "/content", 404);
    }

    @Test
    void nothing_is_handed_in_after_the_deadline_and_what_waits_expires() {
        String draft = steps.drafted(partner, call);
        String handedIn = steps.submitted(partner, call);
        pastDeadline();
        assertThat(calls.post(partner, "/proposals/" + draft + "/submission", null, 409)
                        .get("type")
                        .asString())
                .endsWith("/call-closed");
        calls.post(partner, "/proposals", ProposalSteps.proposal(call), 409);
        calls.post(head, "/proposals/" + handedIn + "/change-requests", CHANGES, 409);
        expiry.expire().block(Duration.ofSeconds(10));
        expiry.expire().block(Duration.ofSeconds(10));
        assertThat(state(partner, draft)).isEqualTo("EXPIRED");
        assertThat(calls.events(draft)).containsExactly("1 expired");
        assertThat(state(partner, handedIn)).isEqualTo("SUBMITTED");
        steps.command(head, handedIn, "decision", Map.of("accepted", false, "reasons", List.of("名额已满")));
        assertThat(calls.get(partner, "/proposals/" + handedIn, 200)
                        .get("reasons")
                        .get(0)
                        .asString())
                .isEqualTo("名额已满");
    }

    @Test
    void a_partner_sees_its_own_alone_and_a_unit_what_was_handed_in() {
        String draft = steps.drafted(partner, call);
        String handedIn = steps.submitted(partner, call);
        String rivals = steps.submitted(rival, call);
        assertThat(ids(partner, "call=" + call)).containsExactly(handedIn, draft);
        assertThat(ids(head, "call=" + call)).containsExactly(rivals, handedIn);
        calls.get(rival, "/proposals/" + handedIn, 404);
        calls.get(rival, "/proposals/" + handedIn + "/versions", 404);
        calls.get(head, "/proposals/" + draft, 404);
        calls.post(rival, "/proposals/" + draft + "/submission", null, 404);
        calls.post(head, "/proposals/" + draft + "/trial", null, 404);
        assertThat(ids(head, "q=书法&state=SUBMITTED&within=" + branch)).containsExactly(rivals, handedIn);
        assertThat(ids(head, "q=zzsf&limit=1")).containsExactly(rivals);
        assertThat(ids(head, "q=夜课")).isEmpty();
    }

    @Test
    void a_suspended_partner_starts_nothing_new_in_that_street() {
        String draft = steps.drafted(partner, call);
        String street = branch.substring(0, 9);
        String id =
                calls.get(partner, "/proposals/" + draft, 200).get("partnerId").asString();
        calls.post(
                service.http().as(Role.HQ, street),
                "/partners/" + id + "/standings",
                Map.of("street", street, "state", "SUSPENDED", "reason", "复核中"),
                200);
        JsonNode refused = calls.post(partner, "/proposals/" + draft + "/submission", null, 409);
        assertThat(refused.get("type").asString()).endsWith("/partner-suspended");
        assertThat(refused.get("detail").asString()).isEqualTo("复核中");
        calls.post(partner, "/proposals", ProposalSteps.proposal(call), 409);
    }

    @Test
    void commands_are_thought_for_the_version_that_was_read() {
        String id = steps.submitted(partner, call);
        String version = calls.get(head, "/proposals/" + id, 200).get("version").asString();
        WebTestClient careful =
                head.mutate().defaultHeader("If-Match", "\"" + version + "\"").build();
        calls.post(careful, "/proposals/" + id + "/trial", null, 200);
        calls.post(careful, "/proposals/" + id + "/decision", Map.of("accepted", true, "reasons", List.of("好")), 412);
    }

    @Test
    void a_cancelled_call_leads_nowhere() {
        String id = steps.submitted(partner, call);
        calls.post(head, "/open-calls/" + call + "/cancellation", Map.of("reason", "场地改作他用"), 200);
        calls.post(head, "/proposals/" + id + "/trial", null, 409);
        steps.command(partner, id, "withdrawal", null);
        calls.post(partner, "/proposals", ProposalSteps.proposal(call), 404);
        calls.post(service.http().as(Role.PARTNER, "990000999"), "/proposals", ProposalSteps.proposal(call), 409);
    }

    private void pastDeadline() {
        service.database()
                .execute("UPDATE open_call SET deadline = now() - interval '1 second' WHERE id = '" + call + "'");
    }

    private String state(WebTestClient who, String id) {
        return calls.get(who, "/proposals/" + id, 200).get("state").asString();
    }

    private List<String> ids(WebTestClient who, String query) {
        return calls.get(who, "/proposals?" + query, 200)
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    private List<String> reasons(String call, List<Map<String, String>> documents) {
        return calls.post(partner, "/proposals", bringing(call, documents), 422)
                .get("errors")
                .valueStream()
                .map(error -> error.get("reason").asString())
                .toList();
    }

    private static List<Map<String, String>> licence(String document) {
        return List.of(Map.of("code", "LICENCE", "documentId", document));
    }

    private static Map<String, Object> bringing(String call, List<Map<String, String>> documents) {
        Map<String, Object> proposal = ProposalSteps.proposal(call);
        proposal.put("documents", documents);
        proposal.put("submit", true);
        return proposal;
    }

    private static List<Integer> numbers(JsonNode versions) {
        return versions.get("items")
                .valueStream()
                .map(version -> version.get("number").asInt())
                .toList();
    }
}
