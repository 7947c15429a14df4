package org.linli.partner.lists;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.partner.PartnerSteps;
import org.linli.partner.call.CallSteps;
import org.linli.partner.room.RoomSteps;
import org.linli.partner.survey.SurveySteps;
import org.linli.platform.security.Role;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** The three lists over HTTP: from what residents said to an open call. */
@LinliTest
class ListIT {

    @Autowired
    ServiceUnderTest service;

    private CallSteps http;
    private ListSteps steps;
    private String branch;
    private WebTestClient head;
    private WebTestClient clerk;

    @BeforeEach
    void someBranch() {
        http = new CallSteps(service);
        steps = new ListSteps(http);
        branch = Histories.freshStreet() + "101";
        head = steps.deciders(branch);
        clerk = service.http().as(Role.BRANCH_CLERK, branch);
    }

    @Test
    void a_need_is_read_from_a_survey_with_as_many_people_as_said_so() {
        String survey = new SurveySteps(http).closed(branch, 6, 5);
        Map<String, Object> need = ListSteps.need(branch);
        need.remove("people");
        need.put("evidence", Map.of("survey", survey, "question", "CLASSES", "option", "CALLIGRAPHY"));
        JsonNode added = http.post(clerk, "/needs", need, 201);
        assertThat(added.get("people").asInt()).isEqualTo(6);
        assertThat(added.get("evidence").get("survey").asString()).isEqualTo(survey);
        need.put("evidence", Map.of("survey", survey, "question", "CLASSES", "option", "SINGING"));
        assertThat(fields(http.post(clerk, "/needs", need, 422))).containsExactly("evidence.option");
        need.put("evidence", Map.of("survey", added.get("id").asString(), "question", "Q", "option", "O"));
        assertThat(fields(http.post(clerk, "/needs", need, 422))).containsExactly("evidence.survey");
    }

    @Test
    void a_need_is_edited_met_and_taken_up_again_with_its_history() {
        String id = steps.add("/needs", ListSteps.need(branch));
        Map<String, Object> other = ListSteps.need(branch);
        other.put("title", "长者国画班");
        WebTestClient late = clerk.mutate().defaultHeader("If-Match", "\"7\"").build();
        http.put(late, "/needs/" + id, other, 412);
        http.put(clerk, "/needs/" + id, other, 200);
        http.post(clerk, "/needs/" + id + "/fulfilment", Map.of("reason", "已开课"), 403);
        JsonNode met = http.post(head, "/needs/" + id + "/fulfilment", Map.of("reason", "已开课"), 200);
        assertThat(met.get("state").asString()).isEqualTo("MET");
        assertThat(met.get("reason").asString()).isEqualTo("已开课");
        assertThat(http.put(clerk, "/needs/" + id, other, 409).get("type").asString())
                .endsWith("/item-not-in-this-state");
        http.post(head, "/needs/" + id + "/reopening", Map.of("reason", "又有人要"), 200);
        http.post(head, "/needs/" + id + "/withdrawal", Map.of("reason", "撤销"), 200);
        JsonNode one = http.get(clerk, "/needs/" + id, 200);
        assertThat(one.get("history"))
                .extracting(step -> step.get("action").asString())
                .containsExactly("ADDED", "EDIT", "MEET", "REOPEN", "DROP");
        http.get(clerk, "/resources/" + id, 404);
        http.put(clerk, "/projects-wanted/" + id, ListSteps.project(branch, List.of(), List.of()), 404);
    }

    @Test
    void resources_stand_with_the_rooms_of_the_branch_and_are_found_by_words() {
        String room = new RoomSteps(new PartnerSteps(service.http())).open(branch);
        String teacher = steps.add("/resources", ListSteps.person(branch));
        String money = steps.add("/resources", ListSteps.money(branch, "5000.00"));
        assertThat(ids(http.get(clerk, "/resources", 200))).containsExactlyInAnyOrder(room, teacher, money);
        assertThat(ids(http.get(clerk, "/resources?kind=ROOM", 200))).containsExactly(room);
        assertThat(http.get(clerk, "/resources/" + room, 200).get("quantity").asInt())
                .isEqualTo(40);
        assertThat(ids(http.get(clerk, "/resources?q=投影", 200))).containsExactly(room);
        assertThat(ids(http.get(clerk, "/resources?q=tyy", 200))).containsExactly(room);
        assertThat(ids(http.get(clerk, "/resources?q=sfls", 200))).containsExactly(teacher);
        assertThat(ids(http.get(clerk, "/resources?topic=书法", 200))).containsExactly(teacher);
        JsonNode page = http.get(clerk, "/resources?limit=2", 200);
        assertThat(ids(http.get(
                        clerk, "/resources?limit=2&cursor=" + page.get("next").asString(), 200)))
                .hasSize(1)
                .doesNotContainAnyElementsOf(ids(page));
        http.post(head, "/resources/" + room + "/withdrawal", Map.of("reason", "x"), 404);
        http.post(head, "/resources/" + teacher + "/withdrawal", Map.of("reason", "搬走了"), 200);
        assertThat(ids(http.get(clerk, "/resources?state=OPEN", 200))).containsExactlyInAnyOrder(room, money);
    }

    @Test
    void a_project_becomes_the_draft_of_a_call_once() {
        String room = new RoomSteps(new PartnerSteps(service.http())).open(branch);
        String need = steps.add("/needs", ListSteps.need(branch));
        String project = steps.add("/projects-wanted", ListSteps.project(branch, List.of(need), List.of(room)));
        Map<String, String> deadline = Map.of("deadline", "2099-01-01T00:00:00Z");
        JsonNode called = http.post(clerk, "/projects-wanted/" + project + "/open-call", deadline, 200);
        assertThat(called.get("state").asString()).isEqualTo("CALLED");
        JsonNode call = http.get(clerk, "/open-calls/" + called.get("callId").asString(), 200);
        assertThat(call.get("state").asString()).isEqualTo("DRAFT");
        assertThat(call.get("title").asString()).isEqualTo("书法公益课");
        assertThat(call.get("line").asString()).isEqualTo("TRAINING");
        assertThat(call.get("conditions").asString()).contains("长者书法班 (36)", "(40)");
        http.post(clerk, "/projects-wanted/" + project + "/open-call", deadline, 409);
        http.post(head, "/projects-wanted/" + project + "/withdrawal", Map.of("reason", "x"), 409);
        http.post(head, "/open-calls/" + call.get("id").asString() + "/publication", null, 200);
    }

    @Test
    void all_that_is_wrong_with_an_item_is_named() {
        Map<String, Object> need = ListSteps.need(branch);
        need.put("title", "找王老师 13800138000");
        need.put("budget", "-1.00");
        need.put("times", List.of(Map.of("weekday", "SATURDAY", "from", "20:00", "to", "18:00")));
        assertThat(fields(http.post(clerk, "/needs", need, 422)))
                .containsExactlyInAnyOrder("title", "budget", "times[0].to");
        Map<String, Object> money = ListSteps.money(branch, "5.00");
        money.remove("amount");
        assertThat(fields(http.post(clerk, "/resources", money, 422))).containsExactly("amount");
        String elsewhere = new ListSteps(http).add("/needs", ListSteps.need(branch.substring(0, 9) + "102"));
        assertThat(fields(http.post(
                        clerk, "/projects-wanted", ListSteps.project(branch, List.of(elsewhere), List.of()), 422)))
                .containsExactly("needs");
        http.post(clerk, "/needs", ListSteps.need("440703"), 422);
        http.post(clerk, "/needs", ListSteps.need(branch.substring(0, 9)), 404);
        http.post(service.http().as(Role.HQ, branch.substring(0, 9)), "/needs", ListSteps.need(branch), 403);
    }

    private static List<String> ids(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }

    private static List<String> fields(JsonNode problem) {
        return problem.get("errors")
                .valueStream()
                .map(error -> error.get("field").asString())
                .toList();
    }
}
