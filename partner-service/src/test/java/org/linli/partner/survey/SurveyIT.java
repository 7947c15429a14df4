package org.linli.partner.survey;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.partner.call.CallSteps;
import org.linli.platform.security.Role;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.ServiceUnderTest;
import org.linli.platform.testing.history.Histories;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;

/** A survey's way over HTTP, from draft to what it came to. */
@LinliTest
class SurveyIT {

    @Autowired
    ServiceUnderTest service;

    private CallSteps http;
    private SurveySteps steps;
    private String branch;
    private WebTestClient head;
    private WebTestClient clerk;
    private WebTestClient anybody;

    @BeforeEach
    void someBranch() {
        http = new CallSteps(service);
        steps = new SurveySteps(http);
        branch = Histories.freshStreet() + "101";
        head = steps.head(branch);
        clerk = service.http().as(Role.BRANCH_CLERK, branch);
        anybody = steps.anybody();
    }

    @Test
    void a_clerk_drafts_a_head_opens_and_everybody_reads_the_form() {
        Map<String, Object> survey = SurveySteps.survey(branch, "CODE");
        String id = http.post(clerk, "/surveys", survey, 201).get("id").asString();
        http.get(anybody, "/public/surveys/" + id, 404);
        http.post(anybody, "/public/surveys/" + id + "/answers", SurveySteps.answer("x", "DANCE", "60+"), 404);
        http.post(clerk, "/surveys/" + id + "/opening", null, 403);
        http.post(head, "/surveys/" + id + "/opening", null, 200);
        JsonNode form = http.get(anybody, "/public/surveys/" + id, 200);
        assertThat(form.get("takesAnswers").asBoolean()).isTrue();
        assertThat(form.get("questions").get(2).get("options").size()).isEqualTo(5);
        assertThat(form.has("answers")).isFalse();
        assertThat(http.put(clerk, "/surveys/" + id, survey, 409).get("type").asString())
                .endsWith("/survey-not-in-this-state");
        assertThat(actions(id)).containsExactly("DRAFTED", "OPENED");
    }

    @Test
    void a_code_counts_once_and_may_be_corrected_until_the_end() {
        String id = steps.opened(branch, "CODE");
        String path = "/public/surveys/" + id + "/answers";
        List<String> codes = steps.codes(branch, id, 2);
        Map<String, Object> first = SurveySteps.answer(codes.getFirst(), "DANCE", "60+");
        Map<String, Object> other = SurveySteps.answer(codes.getFirst().toLowerCase(), "CALLIGRAPHY", "60+");
        http.put(anybody, path, first, 409);
        String receipt = http.post(anybody, path, first, 201).get("receipt").asString();
        first.put("receipt", receipt);
        other.put("receipt", receipt);
        http.post(anybody, path, first, 200);
        assertThat(http.post(anybody, path, other, 409).get("type").asString()).endsWith("/already-answered");
        http.put(anybody, path, other, 200);
        http.post(anybody, path, other, 200);
        assertThat(answers(id)).isEqualTo(1);
        http.post(head, "/surveys/" + id + "/closure", null, 200);
        assertThat(http.post(anybody, path, SurveySteps.answer(codes.getLast(), "DANCE", "60+"), 409)
                        .get("type")
                        .asString())
                .endsWith("/survey-closed");
        http.put(anybody, path, first, 409);
    }

    @Test
    void who_has_another_ones_code_learns_nothing_of_the_answer_and_changes_nothing() {
        String id = steps.opened(branch, "CODE");
        String path = "/public/surveys/" + id + "/answers";
        String code = steps.codes(branch, id, 1).getFirst();
        Map<String, Object> given = SurveySteps.answer(code, "DANCE", "60+");
        String receipt = http.post(anybody, path, given, 201).get("receipt").asString();
        assertThat(rowsThatHold(receipt)).isZero();
        List<JsonNode> told = new ArrayList<>();
        for (String chosen : List.of("DANCE", "CALLIGRAPHY")) {
            for (String age : List.of("60+", "18-59")) {
                Map<String, Object> guess = SurveySteps.answer(code, chosen, age);
                told.add(withoutId(http.post(anybody, path, guess, 409)));
                guess.put("receipt", "A".repeat(22));
                told.add(withoutId(http.post(anybody, path, guess, 409)));
            }
        }
        assertThat(told).containsOnly(told.getFirst());
        Map<String, Object> other = SurveySteps.answer(code, "CALLIGRAPHY", "18-59");
        JsonNode refused = withoutId(http.put(anybody, path, other, 409));
        other.put("receipt", "A".repeat(22));
        assertThat(withoutId(http.put(anybody, path, other, 409))).isEqualTo(refused);
        given.put("receipt", receipt);
        http.post(anybody, path, given, 200);
    }

    private static JsonNode withoutId(JsonNode problem) {
        ((tools.jackson.databind.node.ObjectNode) problem).remove("correlationId");
        return problem;
    }

    @Test
    void who_has_to_wait_is_told_still_that_an_answer_with_its_receipt_counts() {
        String id = steps.opened(branch, "CODE");
        String path = "/public/surveys/" + id + "/answers";
        Map<String, Object> given =
                SurveySteps.answer(steps.codes(branch, id, 1).getFirst(), "DANCE", "60+");
        given.put("receipt", http.post(anybody, path, given, 201).get("receipt").asString());
        Map<String, Object> wrong = SurveySteps.answer("0000-0000-0000", "DANCE", "60+");
        for (int n = 0; n < 60; n++) {
            http.post(anybody, path, wrong, 422);
        }
        http.post(anybody, path, wrong, 429);
        http.post(anybody, path, given, 200);
        given.put("receipt", "A".repeat(22));
        http.post(anybody, path, given, 429);
    }

    @Test
    void an_answer_whose_receipt_was_lost_on_the_way_is_sent_again_with_ones_own() {
        String id = steps.opened(branch, "CODE");
        String path = "/public/surveys/" + id + "/answers";
        Map<String, Object> answer =
                SurveySteps.answer(steps.codes(branch, id, 1).getFirst(), "DANCE", "60+");
        answer.put("receipt", "my-own-receipt-of-this-answer");
        assertThat(http.post(anybody, path, answer, 201).get("receipt").asString())
                .isEqualTo("my-own-receipt-of-this-answer");
        http.post(anybody, path, answer, 200);
        answer.put("receipt", "too-short");
        http.post(anybody, path, answer, 422);
    }

    @Test
    void all_that_is_wrong_with_an_answer_is_named_by_question() {
        String id = steps.opened(branch, "CODE");
        String path = "/public/surveys/" + id + "/answers";
        assertThat(fields(http.post(anybody, path, SurveySteps.answer("0000-0000-0000", "DANCE", "60+"), 422)))
                .containsExactly("code");
        Map<String, Object> wrong =
                SurveySteps.answer(steps.codes(branch, id, 1).getFirst(), "SINGING", "7");
        assertThat(fields(http.post(anybody, path, wrong, 422))).containsExactly("answers.CLASSES", "groups.AGE");
        wrong.put("answers", List.of());
        wrong.put("groups", List.of());
        assertThat(fields(http.post(anybody, path, wrong, 422))).containsExactly("answers.CLASSES");
        wrong.put("answers", null);
        http.post(anybody, path, wrong, 422);
        http.post(anybody, "/public/surveys/nonsense/answers", wrong, 422);
        Map<String, Object> late = SurveySteps.survey(branch, "CODE");
        late.put("closesOn", "2020-01-01");
        assertThat(fields(http.post(clerk, "/surveys", late, 422))).containsExactly("closesOn");
    }

    @Test
    void words_with_a_number_that_names_somebody_are_refused_so_that_they_can_be_mended() {
        String id = steps.opened(branch, "CODE");
        String path = "/public/surveys/" + id + "/answers";
        String code = steps.codes(branch, id, 1).getFirst();
        for (String text : List.of("找我１３８００１３８０００", "一三八零零一三八零零零", "0750-3312345", "11010519491231002Ｘ")) {
            Map<String, Object> answer = SurveySteps.answer(code, "DANCE", "60+");
            answer.put("answers", List.of(Map.of("question", "WORDS", "text", text)));
            assertThat(fields(http.post(anybody, path, answer, 422))).containsExactly("answers.WORDS");
        }
        http.post(anybody, path, SurveySteps.answer(code, "DANCE", "60+"), 201);
    }

    @Test
    void a_resident_of_the_branch_answers_signed_in_and_once() {
        String id = steps.opened(branch, "RESIDENT");
        WebTestClient resident = service.http().as(Role.RESIDENT, branch.substring(0, 9));
        String path = "/surveys/" + id + "/answers";
        http.post(anybody, "/public" + path, SurveySteps.answer("x", "DANCE", "60+"), 409);
        http.post(resident, path, SurveySteps.answer("DANCE"), 201);
        http.post(resident, path, SurveySteps.answer("DANCE"), 200);
        http.post(resident, path, SurveySteps.answer("CALLIGRAPHY"), 409);
        http.post(
                service.http().as(Role.RESIDENT, Histories.neighbour(branch.substring(0, 9))),
                path,
                SurveySteps.answer("DANCE"),
                404);
        http.post(head, "/surveys/" + id + "/sheets", Map.of("label", "3栋", "count", 1), 409);
        assertThat(rowsThatHold("resident-")).isZero();
    }

    @Test
    void many_at_once_with_one_code_give_one_answer() {
        String id = steps.opened(branch, "CODE");
        Map<String, Object> answer =
                SurveySteps.answer(steps.codes(branch, id, 1).getFirst(), "DANCE", "60+");
        List<Integer> statuses = Objects.requireNonNull(Flux.range(0, 12)
                .flatMap(n -> Mono.fromCallable(() -> {
                            Map<String, Object> mine = new java.util.HashMap<>(answer);
                            mine.put("groups", n % 2 == 0 ? answer.get("groups") : List.of());
                            return anybody.post()
                                    .uri("/api/partner/public/surveys/" + id + "/answers")
                                    .bodyValue(mine)
                                    .exchange()
                                    .returnResult(Void.class)
                                    .getStatus()
                                    .value();
                        })
                        .subscribeOn(Schedulers.boundedElastic()))
                .collectList()
                .block());
        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(answers(id)).isEqualTo(1);
    }

    @Test
    void how_many_answered_is_told_in_steps_of_five_until_it_is_closed() {
        String id = steps.opened(branch, "CODE");
        List<JsonNode> told = new ArrayList<>();
        for (String code : steps.codes(branch, id, 7)) {
            http.post(anybody, "/public/surveys/" + id + "/answers", SurveySteps.answer(code, "DANCE", "60+"), 201);
            told.add(http.get(clerk, "/surveys/" + id, 200).get("answers"));
        }
        assertThat(told.subList(0, 4)).allMatch(JsonNode::isNull);
        assertThat(told.subList(4, 7)).extracting(JsonNode::asInt).containsOnly(5);
        http.post(head, "/surveys/" + id + "/closure", null, 200);
        assertThat(http.get(clerk, "/surveys/" + id, 200).get("answers").asInt())
                .isEqualTo(7);
        String few = steps.closed(branch, 2, 1);
        assertThat(http.get(clerk, "/surveys/" + few, 200).get("answers").isNull())
                .isTrue();
    }

    @Test
    void results_are_told_when_it_is_closed_and_words_to_the_branch_alone() {
        String open = steps.opened(branch, "CODE");
        assertThat(http.get(clerk, "/surveys/" + open + "/results", 409)
                        .get("type")
                        .asString())
                .endsWith("/survey-not-in-this-state");
        String id = steps.closed(branch, 6, 5);
        JsonNode result = http.get(clerk, "/surveys/" + id + "/results", 200);
        assertThat(result.get("answers").asInt()).isEqualTo(11);
        JsonNode classes = result.get("questions").get(0);
        assertThat(classes.get("counts").get(0).get("count").asInt()).isEqualTo(6);
        assertThat(classes.get("byGroup")).as("each age is of one mind here").isEmpty();
        assertThat(result.get("questions").get(3).get("texts").size()).isEqualTo(11);
        JsonNode told = http.get(anybody, "/public/surveys/" + id + "/results", 200);
        assertThat(told.get("questions").size()).isEqualTo(3);
        assertThat(http.get(clerk, "/surveys/" + id + "/results", 200)).isEqualTo(result);
        String few = steps.closed(branch, 2, 1);
        assertThat(http.get(clerk, "/surveys/" + few + "/results", 200)
                        .get("withheld")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void who_saw_codes_is_kept_and_nothing_ties_an_answer_to_its_code() {
        String id = steps.opened(branch, "CODE");
        List<String> codes = steps.codes(branch, id, 3);
        assertThat(codes).doesNotHaveDuplicates();
        assertThat(steps.codes(branch, id, 500)).doesNotContainAnyElementsOf(codes);
        assertThat(actions(id))
                .containsExactly("DRAFTED", "OPENED", "CODES_MADE", "CODES_READ", "CODES_MADE", "CODES_READ");
        http.post(
                anybody,
                "/public/surveys/" + id + "/answers",
                SurveySteps.answer(codes.getFirst(), "DANCE", "60+"),
                201);
        assertThat(rowsThatHold(codes.getFirst())).isZero();
        assertThat(rowsThatHold(codes.getFirst().replace("-", ""))).isZero();
        http.get(clerk, "/surveys/" + id + "/sheets/" + id, 404);
        http.post(head, "/surveys/" + id + "/sheets", Map.of("label", "x", "count", 501), 422);
    }

    private long answers(String id) {
        try (var connection = service.database().connect();
                var statement = connection.createStatement();
                var answer =
                        statement.executeQuery("SELECT count(*) FROM survey_answer WHERE survey_id = '" + id + "'")) {
            answer.next();
            return answer.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The answers cannot be read", e);
        }
    }

    private long rowsThatHold(String text) {
        long rows = 0;
        List<String> tables = List.of("survey_answer", "survey_sheet", "idempotency", "survey_result");
        try (var connection = service.database().connect();
                var statement = connection.createStatement()) {
            for (String table : tables) {
                var answer = statement.executeQuery("SELECT count(*) FROM " + table + " t WHERE t::text LIKE '%" + text
                        + "%'" + (table.equals("idempotency") ? " AND t.answer::text LIKE '%counted%'" : ""));
                answer.next();
                rows += answer.getLong(1);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("The tables cannot be read", e);
        }
    }

    private List<String> actions(String id) {
        List<String> actions = new ArrayList<>();
        http.get(clerk, "/surveys/" + id, 200)
                .get("history")
                .forEach(step -> actions.add(step.get("action").asString()));
        return actions;
    }

    private static List<String> fields(JsonNode problem) {
        return problem.get("errors")
                .valueStream()
                .map(error -> error.get("field").asString())
                .toList();
    }
}
