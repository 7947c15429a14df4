package org.linli.partner.survey;

import org.linli.partner.PartnerSteps;
import org.linli.partner.call.CallSteps;
import org.linli.platform.security.Role;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What branches and residents do with surveys, over HTTP with their own rights. */
public final class SurveySteps {

    private final CallSteps steps;

    public SurveySteps(CallSteps steps) {
        this.steps = steps;
    }

    public WebTestClient head(String branch) {
        return steps.service().http().as(Role.BRANCH_HEAD, branch);
    }

    public WebTestClient anybody() {
        return steps.service().http().anonymous();
    }

    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    /** A survey as a clerk would send it; change the map to make another one of it. */
    public static Map<String, Object> survey(String branch, String admission) {
        List<Map<String, String>> classes = List.of(choice("CALLIGRAPHY", "书法"), choice("DANCE", "舞蹈"));
        Map<String, Object> survey = new HashMap<>();
        survey.put("unit", branch);
        survey.put("title", "居民需求调查");
        survey.put("introduction", "三分钟，不记名");
        survey.put(
                "questions",
                List.of(
                        Map.of(
                                "code",
                                "CLASSES",
                                "text",
                                "最想参加哪类课程？",
                                "kind",
                                "SINGLE",
                                "required",
                                true,
                                "options",
                                classes),
                        Map.of("code", "TIMES", "text", "何时方便？", "kind", "MULTIPLE", "options", classes),
                        Map.of("code", "PLEASED", "text", "对社区服务满意吗？", "kind", "SCALE"),
                        Map.of("code", "WORDS", "text", "还想说什么？", "kind", "TEXT")));
        survey.put(
                "groups",
                List.of(Map.of(
                        "code",
                        "AGE",
                        "text",
                        "年龄",
                        "values",
                        List.of(choice("18-59", "18–59岁"), choice("60+", "60岁以上")))));
        survey.put("admission", admission);
        survey.put("opensOn", today().toString());
        survey.put("closesOn", today().plusDays(30).toString());
        return survey;
    }

    private static Map<String, String> choice(String code, String text) {
        return Map.of("code", code, "text", text);
    }

    public String drafted(String branch, String admission) {
        return steps.post(head(branch), "/surveys", survey(branch, admission), 201)
                .get("id")
                .asString();
    }

    public String opened(String branch, String admission) {
        String id = drafted(branch, admission);
        steps.post(head(branch), "/surveys/" + id + "/opening", null, 200);
        return id;
    }

    /** Closed, with so many answers by code, each of the class and age. */
    public String closed(String branch, int calligraphers, int dancers) {
        String id = opened(branch, "CODE");
        List<String> codes = codes(branch, id, calligraphers + dancers);
        for (int at = 0; at < codes.size(); at++) {
            Map<String, Object> answer = at < calligraphers
                    ? answer(codes.get(at), "CALLIGRAPHY", "60+")
                    : answer(codes.get(at), "DANCE", "18-59");
            steps.post(anybody(), "/public/surveys/" + id + "/answers", answer, 201);
        }
        steps.post(head(branch), "/surveys/" + id + "/closure", null, 200);
        return id;
    }

    public List<String> codes(String branch, String survey, int count) {
        String sheet = sheet(branch, survey, count);
        return steps.get(head(branch), "/surveys/" + survey + "/sheets/" + sheet, 200)
                .get("codes")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    public String sheet(String branch, String survey, int count) {
        return steps.post(head(branch), "/surveys/" + survey + "/sheets", Map.of("label", "3栋", "count", count), 201)
                .get("id")
                .asString();
    }

    public static Map<String, Object> answer(String code, String chosen, String age) {
        Map<String, Object> answer = new HashMap<>();
        answer.put("code", code);
        answer.put("groups", List.of(Map.of("group", "AGE", "value", age)));
        answer.put(
                "answers",
                List.of(
                        Map.of("question", "CLASSES", "choices", List.of(chosen)),
                        Map.of("question", "PLEASED", "choices", List.of("4")),
                        Map.of("question", "WORDS", "text", "周末最方便")));
        return answer;
    }

    /** The same of somebody signed in. */
    public static Map<String, Object> answer(String chosen) {
        Map<String, Object> answer = answer("", chosen, "60+");
        answer.remove("code");
        return answer;
    }

    public JsonNode read(WebTestClient.ResponseSpec answer, int status) {
        return PartnerSteps.read(answer, status);
    }
}
