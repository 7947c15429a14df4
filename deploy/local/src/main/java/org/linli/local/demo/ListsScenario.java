package org.linli.local.demo;

import org.linli.local.gateway.Answer;
import org.linli.local.gateway.GatewayClient;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * From what residents say to what a branch calls for, through the gateway: a survey answered by code, a need read from
 * it, a resource and a project wanted for it, what goes with what and why, and the draft of an open call.
 */
public final class ListsScenario {

    private static final String HEAD = "head107";
    private static final String CLERK = "clerk107";
    private static final String RESIDENT = "resident";
    private static final String PARTNERS = "/api/partner";
    private static final int RESIDENTS = 13;

    private final GatewayClient gateway;
    private final Consumer<String> say;
    private final String run = UUID.randomUUID().toString();
    private int step;

    public ListsScenario(GatewayClient gateway, Consumer<String> say) {
        this.gateway = gateway;
        this.say = say;
    }

    /** What came of it. @param people who want what was asked; @param score of the best match; @param call draft made */
    public record Outcome(int people, int score, String call) {}

    private record Thing(String id) {}

    private record Codes(List<String> codes) {}

    private record Need(String id, int people) {}

    private record Matches(List<Match> items) {}

    private record Match(String title, int score, List<Reason> reasons) {}

    private record Reason(String zh) {}

    private record Project(String callId) {}

    public Outcome go() {
        Need need = post(CLERK, "/needs", need(answeredSurvey())).required(Need.class);
        say.accept("need       长者书法班: " + need.people() + " of " + RESIDENTS + " residents want it");
        post(CLERK, "/resources", teacher()).required(Thing.class);
        say.accept("resource   退休书法老师, Saturdays from seven to nine");
        String project = id(post(CLERK, "/projects-wanted", project(need.id())));
        say.accept("project    书法公益课 wanted, for that need");
        List<Match> matches = gateway.get(CLERK, PARTNERS + "/needs/" + need.id() + "/matches?limit=2")
                .required(Matches.class)
                .items();
        matches.forEach(match -> say.accept("match      " + match.score() + " points, " + match.title() + ": "
                + String.join("; ", match.reasons().stream().map(Reason::zh).toList())));
        String deadline = Instant.now()
                .plus(30, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        Project called = post(CLERK, "/projects-wanted/" + project + "/open-call", Map.of("deadline", deadline))
                .required(Project.class);
        say.accept("call       drafted of the project, " + PARTNERS + "/open-calls/" + called.callId());
        return new Outcome(need.people(), matches.getFirst().score(), called.callId());
    }

    private String answeredSurvey() {
        String survey = id(post(CLERK, "/surveys", survey()));
        post(HEAD, "/surveys/" + survey + "/opening", Map.of()).required(Thing.class);
        String sheet = id(post(CLERK, "/surveys/" + survey + "/sheets", Map.of("label", "3栋", "count", RESIDENTS)));
        List<String> codes = gateway.get(CLERK, PARTNERS + "/surveys/" + survey + "/sheets/" + sheet)
                .required(Codes.class)
                .codes();
        for (int at = 0; at < codes.size(); at++) {
            post(
                            RESIDENT,
                            "/public/surveys/" + survey + "/answers",
                            answer(codes.get(at), at % 3 == 0 ? "DANCE" : "CALLIGRAPHY"))
                    .required(Object.class);
        }
        post(HEAD, "/surveys/" + survey + "/closure", Map.of()).required(Thing.class);
        say.accept("survey     answered by code by " + RESIDENTS + " residents, nobody knows whose answer is whose");
        return survey;
    }

    private static Map<String, Object> survey() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        List<Map<String, String>> classes =
                List.of(Map.of("code", "CALLIGRAPHY", "text", "书法"), Map.of("code", "DANCE", "text", "舞蹈"));
        return Map.of(
                "unit",
                PartnerScenario.BRANCH,
                "title",
                "石冲社区居民需求调查",
                "questions",
                List.of(Map.of(
                        "code",
                        "CLASSES",
                        "text",
                        "您最想参加哪类课程？",
                        "kind",
                        "SINGLE",
                        "required",
                        true,
                        "options",
                        classes)),
                "admission",
                "CODE",
                "opensOn",
                today.toString(),
                "closesOn",
                today.plusDays(30).toString());
    }

    private static Map<String, Object> answer(String code, String chosen) {
        return Map.of("code", code, "answers", List.of(Map.of("question", "CLASSES", "choices", List.of(chosen))));
    }

    private static Map<String, Object> need(String survey) {
        return Map.of(
                "unit", PartnerScenario.BRANCH,
                "title", "长者书法班",
                "topics", List.of("书法", "长者"),
                "times", List.of(Map.of("weekday", "SATURDAY", "from", "18:00", "to", "20:00")),
                "evidence", Map.of("survey", survey, "question", "CLASSES", "option", "CALLIGRAPHY"));
    }

    private static Map<String, Object> teacher() {
        return Map.of(
                "unit",
                PartnerScenario.BRANCH,
                "kind",
                "PERSON",
                "title",
                "退休书法老师",
                "topics",
                List.of("书法"),
                "times",
                List.of(Map.of("weekday", "SATURDAY", "from", "19:00", "to", "21:00")));
    }

    private static Map<String, Object> project(String need) {
        return Map.of(
                "unit",
                PartnerScenario.BRANCH,
                "title",
                "书法公益课",
                "seeking",
                "寻找一位书法老师,每周两晚为长者授课",
                "topics",
                List.of("书法"),
                "line",
                "TRAINING",
                "needs",
                List.of(need));
    }

    private Answer post(String person, String path, Object body) {
        return gateway.post(person, PARTNERS + path, body, run + "-" + ++step);
    }

    private static String id(Answer answer) {
        return answer.required(Thing.class).id();
    }
}
