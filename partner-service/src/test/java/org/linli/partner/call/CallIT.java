package org.linli.partner.call;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.partner.call.application.CloseDueCalls;
import org.linli.platform.security.Role;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** A call's way over HTTP, from draft to end. */
@LinliTest
class CallIT {

    @Autowired
    ServiceUnderTest service;

    @Autowired
    CloseDueCalls closing;

    private CallSteps steps;
    private String branch;
    private WebTestClient head;
    private WebTestClient clerk;
    private WebTestClient anybody;

    @BeforeEach
    void someBranch() {
        steps = new CallSteps(service);
        branch = Histories.freshStreet() + "101";
        head = service.http().as(Role.BRANCH_HEAD, branch);
        clerk = service.http().as(Role.BRANCH_CLERK, branch);
        anybody = service.http().anonymous();
    }

    @Test
    void a_clerk_drafts_a_head_publishes_and_everybody_reads() {
        String id = steps.post(clerk, "/open-calls", CallSteps.call(branch), 201)
                .get("id")
                .asString();
        steps.get(anybody, "/public/open-calls/" + id, 404);
        steps.post(clerk, "/open-calls/" + id + "/publication", null, 403);
        JsonNode published = steps.post(head, "/open-calls/" + id + "/publication", null, 200);
        assertThat(published.get("state").asString()).isEqualTo("PUBLISHED");
        assertThat(published.get("version").asInt()).isEqualTo(2);
        assertThat(steps.get(anybody, "/public/open-calls/" + id, 200).get("title"))
                .isEqualTo(published.get("title"));
        assertThat(actions(id)).containsExactly("DRAFTED", "PUBLISHED");
        assertThat(events(id)).containsExactly("1 published");
    }

    @Test
    void a_draft_is_edited_against_the_version_that_was_read() {
        String id = steps.draftedCall(branch);
        Map<String, Object> other = CallSteps.call(branch);
        other.put("title", "另一个题目");
        steps.put(with(clerk, "If-Match", "\"7\""), "/open-calls/" + id, other, 412);
        JsonNode edited = steps.put(with(clerk, "If-Match", "\"1\""), "/open-calls/" + id, other, 200);
        assertThat(edited.get("title").asString()).isEqualTo("另一个题目");
        steps.post(head, "/open-calls/" + id + "/publication", null, 200);
        JsonNode late = steps.put(clerk, "/open-calls/" + id, other, 409);
        assertThat(late.get("type").asString()).endsWith("/call-not-in-this-state");
    }

    @Test
    void a_call_past_its_deadline_is_closed_at_once_and_by_the_clock_with_its_event() {
        String id = steps.publishedCall(branch);
        service.database()
                .execute("UPDATE open_call SET deadline = now() - interval '1 second' WHERE id = '" + id + "'");
        assertThat(steps.get(anybody, "/public/open-calls/" + id, 200)
                        .get("state")
                        .asString())
                .isEqualTo("CLOSED");
        assertThat(ids(steps.get(anybody, "/public/open-calls?open=true&within=" + branch, 200)))
                .isEmpty();
        steps.post(
                head,
                "/open-calls/" + id + "/extension",
                Map.of("deadline", "2099-01-01T00:00:00Z", "reason", "太迟了"),
                409);
        closing.close().block(Duration.ofSeconds(10));
        closing.close().block(Duration.ofSeconds(10));
        assertThat(events(id)).containsExactly("1 published", "2 closed");
        assertThat(actions(id)).endsWith("CLOSED");
    }

    @Test
    void a_call_is_extended_closed_and_cancelled_with_its_events() {
        String id = steps.publishedCall(branch);
        String path = "/open-calls/" + id;
        steps.post(head, path + "/extension", Map.of("deadline", "2026-01-01T00:00:00Z", "reason", "早了"), 422);
        steps.post(head, path + "/extension", Map.of("deadline", "2099-01-01T00:00:00Z", "reason", "再等等"), 200);
        steps.post(head, path + "/closure", null, 200);
        steps.post(head, path + "/closure", null, 409);
        JsonNode cancelled = steps.post(head, path + "/cancellation", Map.of("reason", "场地改作他用"), 200);
        assertThat(cancelled.get("reason").asString()).isEqualTo("场地改作他用");
        steps.get(anybody, "/public" + path, 404);
        assertThat(events(id)).containsExactly("1 published", "2 extended", "3 closed", "4 cancelled");
    }

    @Test
    void all_that_is_wrong_with_a_call_is_named() {
        Map<String, Object> call = CallSteps.call(branch);
        call.put("criteria", List.of(Map.of("code", "AA", "name", "a", "weight", 99)));
        call.put("modes", List.of("CROWDFUNDING", "CROWDFUNDING"));
        assertThat(steps.post(clerk, "/open-calls", call, 422).get("errors"))
                .extracting(error -> error.get("field").asString())
                .containsExactly("criteria", "modes");
        call.put("title", " ");
        call.put("deadline", "soon");
        steps.post(clerk, "/open-calls", call, 422);
        call.put("deadline", "+100000000-01-01T00:00:00Z");
        steps.post(clerk, "/open-calls", call, 422);
        steps.post(clerk, "/open-calls", CallSteps.call(branch.substring(0, 9)), 404);
    }

    @Test
    void the_street_calls_by_its_HQ_and_leaves_branches_to_their_people() {
        String street = branch.substring(0, 9);
        WebTestClient hq = service.http().as(Role.HQ, street);
        String streets = steps.publishedCall(street);
        String branchs = steps.draftedCall(branch);
        steps.post(hq, "/open-calls/" + branchs + "/publication", null, 403);
        steps.post(hq, "/open-calls", CallSteps.call(branch), 403);
        steps.post(head, "/open-calls/" + streets + "/closure", null, 404);
        assertThat(ids(steps.get(hq, "/open-calls?state=DRAFT", 200))).containsExactly(branchs);
        assertThat(ids(steps.get(hq, "/open-calls?limit=1", 200))).containsExactly(branchs);
    }

    @Test
    void calls_are_found_by_words_and_by_initials_and_paged() {
        String first = steps.publishedCall(branch);
        String second = steps.publishedCall(branch);
        for (String q : List.of("书法", "sfb", "招募 书法", branch)) {
            assertThat(ids(steps.get(anybody, "/public/open-calls?within=" + branch + "&q=" + q, 200)))
                    .as(q)
                    .containsExactly(second, first);
        }
        assertThat(ids(steps.get(anybody, "/public/open-calls?within=" + branch + "&q=法书", 200)))
                .isEmpty();
        JsonNode page = steps.get(anybody, "/public/open-calls?limit=1&within=" + branch, 200);
        assertThat(ids(page)).containsExactly(second);
        String next = page.get("next").asString();
        assertThat(ids(steps.get(anybody, "/public/open-calls?limit=1&within=" + branch + "&cursor=" + next, 200)))
                .containsExactly(first);
        steps.get(anybody, "/public/open-calls?q=!!", 400);
        steps.get(anybody, "/public/open-calls?cursor=eA", 400);
    }

    private List<String> actions(String id) {
        return steps.get(head, "/open-calls/" + id, 200)
                .get("history")
                .valueStream()
                .map(step -> step.get("action").asString())
                .toList();
    }

    private List<String> events(String id) {
        return steps.events(id);
    }

    private static List<String> ids(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    private static WebTestClient with(WebTestClient client, String header, String value) {
        return client.mutate().defaultHeader(header, value).build();
    }
}
