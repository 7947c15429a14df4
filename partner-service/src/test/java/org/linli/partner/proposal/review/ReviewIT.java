package org.linli.partner.proposal.review;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.partner.call.CallSteps;
import org.linli.partner.proposal.ProposalSteps;
import org.linli.platform.security.Role;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.TestTokens;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Reviewers of a branch score two proposals of a call, in rounds, and a decision cites what they said. */
@LinliTest
class ReviewIT {

    private static final Map<String, Object> ACCEPTED = Map.of("accepted", true, "reasons", List.of("得分最高"));

    @Autowired
    ServiceUnderTest service;

    private ProposalSteps steps;
    private CallSteps calls;
    private String call;
    private String mine;
    private String theirs;
    private WebTestClient head;
    private WebTestClient clerk;
    private WebTestClient other;

    @BeforeEach
    void twoProposals() {
        steps = new ProposalSteps(service);
        calls = steps.calls();
        String branch = Histories.freshStreet() + "101";
        call = calls.publishedCall(branch);
        mine = steps.submitted(steps.partner(branch.substring(0, 9)), call);
        theirs = steps.submitted(steps.partner(Histories.freshStreet()), call);
        head = service.http().as(Role.BRANCH_HEAD, branch);
        clerk = service.http().as(Role.BRANCH_CLERK, branch);
        other = service.http().bearing(TestTokens.tokenOf("another-clerk", List.of(Role.BRANCH_CLERK), branch));
    }

    @Test
    void ranks_by_weight_and_shows_the_parts() {
        score(head, mine, 1, 80, 70, 200);
        score(clerk, mine, 1, 81, 70, 200);
        score(head, theirs, 1, 10, 10, 200);
        score(head, theirs, 1, 90, 90, 200);
        JsonNode ranking = calls.get(head, "/open-calls/" + call + "/ranking", 200);
        assertThat(ranking.get("round").asInt()).isEqualTo(1);
        assertThat(places(ranking)).containsExactly("1 " + theirs + " 90.00", "2 " + mine + " 76.30");
        assertThat(ranking.get("places").get(1).get("parts").get(0).toString())
                .isEqualTo("{\"criterion\":\"BENEFIT\",\"weight\":60,\"mean\":80.5,\"contribution\":48.3}");
    }

    @Test
    void a_reviewer_with_a_conflict_cannot_score_and_counts_no_more() {
        score(head, mine, 1, 80, 80, 200);
        score(other, mine, 1, 0, 0, 200);
        calls.post(other, "/proposals/" + theirs + "/conflicts", Map.of("reason", "申请人是本人亲属"), 200);
        calls.post(other, "/proposals/" + theirs + "/conflicts", Map.of("reason", "再说一次"), 200);
        assertThat(score(other, mine, 1, 0, 0, 409).get("type").asString()).endsWith("/conflict-of-interest");
        score(other, theirs, 1, 100, 100, 409);
        assertThat(places(calls.get(head, "/open-calls/" + call + "/ranking", 200)))
                .containsExactly("1 " + mine + " 80.00");
    }

    @Test
    void all_that_is_wrong_with_scores_is_named() {
        JsonNode wrong = calls.post(
                head,
                "/proposals/" + mine + "/scores",
                Map.of("round", 1, "scores", List.of(Map.of("criterion", "TASTE", "points", 50))),
                422);
        assertThat(wrong.get("errors")
                        .valueStream()
                        .map(error -> error.get("reason").asString()))
                .containsExactly("missing: BENEFIT", "missing: PRICE", "no criterion of this call: TASTE");
        score(head, mine, 2, 50, 50, 422);
        score(head, mine, 1, 101, 50, 422);
        calls.get(head, "/open-calls/" + call + "/ranking?round=1", 200);
    }

    @Test
    void rounds_follow_one_another_and_decisions_cite_the_ranking_as_it_was() {
        score(head, mine, 1, 50, 50, 200);
        score(head, mine, 2, 90, 90, 200);
        score(head, theirs, 2, 60, 60, 200);
        score(head, theirs, 1, 60, 60, 422);
        String cited = decide(mine, ACCEPTED);
        JsonNode frozen = calls.get(head, "/rankings/" + cited, 200);
        assertThat(places(frozen)).containsExactly("1 " + mine + " 90.00", "2 " + theirs + " 60.00");
        assertThat(decide(theirs, Map.of("accepted", false, "reasons", List.of("名额已满"))))
                .isEqualTo(cited);
        score(head, mine, 2, 10, 10, 409);
        assertThat(calls.get(head, "/rankings/" + cited, 200)).isEqualTo(frozen);
        calls.get(service.http().as(Role.BRANCH_HEAD, "990000999101"), "/rankings/" + cited, 404);
        assertThatThrownBy(() ->
                        service.database().execute("UPDATE review_ranking SET round = 3 WHERE id = '" + cited + "'"))
                .hasRootCauseInstanceOf(java.sql.SQLException.class)
                .rootCause()
                .hasMessageContaining("append-only");
    }

    @Test
    void a_decision_without_scores_cites_nothing() {
        JsonNode decided = steps.command(head, mine, "decision", ACCEPTED);
        assertThat(decided.get("ranking").isNull()).isTrue();
    }

    private String decide(String proposal, Map<String, Object> decision) {
        return steps.command(head, proposal, "decision", decision)
                .get("ranking")
                .asString();
    }

    private JsonNode score(WebTestClient who, String proposal, int round, int benefit, int price, int status) {
        List<Map<String, Object>> scores = List.of(
                Map.of("criterion", "BENEFIT", "points", benefit), Map.of("criterion", "PRICE", "points", price));
        return calls.post(who, "/proposals/" + proposal + "/scores", Map.of("round", round, "scores", scores), status);
    }

    private static List<String> places(JsonNode ranking) {
        return ranking.get("places")
                .valueStream()
                .map(place -> place.get("place").asInt() + " "
                        + place.get("proposalId").asString() + " "
                        + place.get("total").decimalValue().setScale(2))
                .toList();
    }
}
