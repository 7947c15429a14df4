package org.linli.partner.matching;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.partner.PartnerSteps;
import org.linli.partner.call.CallSteps;
import org.linli.partner.lists.ListSteps;
import org.linli.partner.proposal.ProposalSteps;
import org.linli.partner.room.RoomSteps;
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

/** What goes with what, over HTTP and on real tables. */
@LinliTest
class MatchIT {

    @Autowired
    ServiceUnderTest service;

    private CallSteps http;
    private ListSteps steps;
    private String street;
    private String branch;
    private WebTestClient clerk;

    @BeforeEach
    void someBranch() {
        http = new CallSteps(service);
        steps = new ListSteps(http);
        street = Histories.freshStreet();
        branch = street + "101";
        clerk = service.http().as(Role.BRANCH_CLERK, branch);
    }

    @Test
    void a_need_finds_room_teacher_money_project_call_and_proposal() {
        String need = steps.add("/needs", ListSteps.need(branch));
        String room = new RoomSteps(new PartnerSteps(service.http())).open(branch);
        String teacher = steps.add("/resources", ListSteps.person(branch));
        String money = steps.add("/resources", ListSteps.money(branch, "3000.00"));
        String poor = steps.add("/resources", ListSteps.money(branch, "2999.99"));
        String project = steps.add("/projects-wanted", ListSteps.project(branch, List.of(need), List.of()));
        String call = http.publishedCall(branch);
        JsonNode all = http.get(clerk, "/needs/" + need + "/matches", 200);
        assertThat(ids(all))
                .containsExactlyInAnyOrder(project, call, teacher, room, money)
                .doesNotContain(poor);
        assertThat(ids(all)).startsWith(project);
        assertThat(facts(all, teacher)).containsExactly("TOPIC", "SAME_UNIT", "TIME");
        assertThat(facts(all, room)).containsExactly("SAME_UNIT", "TIME", "CAPACITY");
        assertThat(all.get("weights").get("TOPIC").asInt()).isEqualTo(20);
        assertThat(ids(http.get(clerk, "/needs/" + need + "/matches?kind=RESOURCE&limit=2", 200)))
                .hasSize(2)
                .startsWith(teacher);
        assertThat(ids(http.get(clerk, "/open-calls/" + call + "/matches?kind=NEED", 200)))
                .containsExactly(need);
        assertThat(ids(http.get(clerk, "/projects-wanted/" + project + "/matches?kind=NEED", 200)))
                .containsExactly(need);
    }

    @Test
    void a_proposal_is_found_by_its_words_and_loses_standing_when_suspended() {
        ProposalSteps proposals = new ProposalSteps(service);
        String call = http.publishedCall(branch);
        String proposal = proposals.submitted(proposals.partner(street), call);
        Map<String, Object> wanted = ListSteps.need(branch);
        String title =
                http.get(clerk, "/proposals/" + proposal, 200).get("title").asString();
        wanted.put("topics", List.of(title.substring(0, 2)));
        String need = steps.add("/needs", wanted);
        String path = "/needs/" + need + "/matches?kind=PROPOSAL";
        assertThat(facts(http.get(clerk, path, 200), proposal)).containsExactly("TOPIC", "SAME_UNIT", "STANDING");
        JsonNode back = http.get(clerk, "/proposals/" + proposal + "/matches", 200);
        assertThat(ids(back)).contains(need, call).startsWith(call);
        String partner =
                http.get(clerk, "/proposals/" + proposal, 200).get("partnerId").asString();
        http.post(
                service.http().as(Role.HQ, street),
                "/partners/" + partner + "/standings",
                Map.of("street", street, "state", "SUSPENDED", "reason", "投诉未处理"),
                200);
        assertThat(facts(http.get(clerk, path, 200), proposal)).containsExactly("TOPIC", "SAME_UNIT");
    }

    @Test
    void a_branch_sees_its_own_and_everybodys_rooms_and_its_street_more() {
        String need = steps.add("/needs", ListSteps.need(branch));
        String sibling = street + "102";
        String room = new RoomSteps(new PartnerSteps(service.http())).open(sibling);
        String teacher = steps.add("/resources", ListSteps.person(sibling));
        String path = "/needs/" + need + "/matches";
        assertThat(ids(http.get(clerk, path, 200))).containsExactly(room);
        JsonNode seen = http.get(service.http().as(Role.HQ, street), path, 200);
        assertThat(ids(seen)).containsExactly(teacher, room);
        assertThat(facts(seen, room)).startsWith("SAME_STREET");
        http.get(clerk, "/needs/" + room + "/matches", 404);
        http.get(clerk, "/needs/nonsense/matches", 404);
        http.get(clerk, path + "?kind=NONSENSE", 400);
        http.get(clerk, path + "?limit=-5", 200);
    }

    @Test
    void hq_says_what_each_fact_counts_in_its_street() {
        String need = steps.add("/needs", ListSteps.need(branch));
        String room = new RoomSteps(new PartnerSteps(service.http())).open(branch);
        String teacher = steps.add("/resources", ListSteps.person(branch));
        String path = "/needs/" + need + "/matches?kind=RESOURCE";
        assertThat(ids(http.get(clerk, path, 200))).containsExactly(teacher, room);
        PartnerSteps partners = new PartnerSteps(service.http());
        JsonNode set = partners.put(
                Role.HQ, street, "/matching-weights/" + street, MatchDenials.weights(Map.of("CAPACITY", 900)), 200);
        assertThat(set.get("scope").asString()).isEqualTo(street);
        assertThat(set.get("setBy").asString()).isEqualTo("hq-" + street);
        JsonNode after = http.get(clerk, path, 200);
        assertThat(ids(after)).containsExactly(room, teacher);
        assertThat(after.get("weights").get("CAPACITY").asInt()).isEqualTo(900);
        partners.put(Role.HQ, street, "/matching-weights/" + street, MatchDenials.weights(Map.of()), 200);
        assertThat(ids(http.get(clerk, path, 200))).containsExactly(teacher, room);
        assertThat(service.database().number("SELECT count(*) FROM match_rule WHERE scope = '" + street + "'"))
                .isEqualTo(2);
    }

    @Test
    void all_that_is_wrong_with_weights_is_named() {
        PartnerSteps partners = new PartnerSteps(service.http());
        String path = "/matching-weights/" + street;
        JsonNode none = partners.put(Role.HQ, street, path, Map.of(), 422);
        assertThat(none.get("errors")).hasSize(9);
        JsonNode wrong =
                partners.put(Role.HQ, street, path, MatchDenials.weights(Map.of("TOPIC", 1001, "MODE", -1)), 422);
        assertThat(wrong.get("errors")
                        .valueStream()
                        .map(error -> error.get("field").asString()))
                .containsExactly("points.TOPIC", "points.MODE");
        partners.put(Role.HQ, street, path, MatchDenials.weights(Map.of("LUCK", 1)), 400);
        JsonNode halved = partners.put(Role.HQ, street, path, Map.of("points", Map.of("TOPIC", 1.5)), 400);
        assertThat(halved.get("errors").get(0).get("field").asString()).isEqualTo("points.TOPIC");
        partners.put(Role.HQ, street, "/matching-weights/" + Histories.freshStreet(), Map.of(), 404);
    }

    private static List<String> ids(JsonNode matches) {
        return matches.get("items")
                .valueStream()
                .map(match -> match.get("id").asString())
                .toList();
    }

    private static List<String> facts(JsonNode matches, String id) {
        return matches.get("items")
                .valueStream()
                .filter(match -> match.get("id").asString().equals(id))
                .flatMap(match -> match.get("reasons").valueStream())
                .map(reason -> reason.get("fact").asString())
                .toList();
    }
}
