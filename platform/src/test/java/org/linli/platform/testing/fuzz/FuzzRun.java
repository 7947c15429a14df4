package org.linli.platform.testing.fuzz;

import org.linli.platform.testing.Call;
import org.linli.platform.testing.ValidCall;
import org.linli.platform.testing.openapi.DocumentedAnswers;
import org.springframework.http.HttpStatusCode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One run against a service: a request after the other, each answer judged. */
final class FuzzRun {

    private static final int FIRST = 1;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RawHttp http;
    private final DatabaseWatch watch;
    private final FuzzReport report;
    private final RequestMaker maker;
    private final DocumentedAnswers documented;
    private final Map<String, Integer> timesSeen = new HashMap<>();
    private FuzzRequest last = FuzzRequest.NONE;

    FuzzRun(RawHttp http, DatabaseWatch watch, FuzzReport report, RequestMaker maker, DocumentedAnswers documented) {
        this.http = http;
        this.watch = watch;
        this.report = report;
        this.maker = maker;
        this.documented = documented;
    }

    /** What a spoiled call took away, where it was right all the same, is prepared once more. */
    void around(ValidCall valid) throws IOException {
        if (!maker.knows(valid.route())) {
            return;
        }
        Call call = valid.call().get();
        for (int i = 0; i < OpenApiFuzzer.AROUND; i++) {
            one(maker.spoiled(valid, call));
        }
        if (!one(maker.right(valid, call))) {
            one(maker.right(valid, valid.call().get()));
        }
    }

    /** Whether it was served. */
    boolean one(FuzzRequest request) throws IOException {
        int number = report.requests();
        boolean watched = request.isWrite() && isDue(request);
        Map<String, String> before = watched ? watch.take() : Map.of();
        RawHttp.Answer answer;
        try {
            answer = http.send(request);
        } catch (IOException unanswered) {
            if (request.isLegal() || unanswered instanceof SocketTimeoutException) {
                report.violation(number, request, "got no answer (" + unanswered + "); the request before: " + last);
            }
            return false;
        } finally {
            last = request;
        }
        report.saw(request, answer.status());
        maker.learn(request, answer);
        judge(request, answer).forEach(what -> report.violation(number, request, what));
        if (watched && answer.status() >= 400) {
            report.watchedRefusal();
            if (!watch.take().equals(before) && watch.changesAgain(request, http)) {
                report.violation(number, request, "answered " + answer.status() + " and left a trace in the database");
            }
        }
        return answer.status() < 400;
    }

    private boolean isDue(FuzzRequest request) {
        int times = timesSeen.merge(request.operation() + request.mutations(), 1, Integer::sum);
        return times <= FIRST || times % OpenApiFuzzer.EVERY == 0;
    }

    private List<String> judge(FuzzRequest request, RawHttp.Answer answer) {
        var faults = new ArrayList<String>();
        if (request.isLegal()) {
            faults.addAll(documented.faults(
                    request.method(),
                    request.target().split("\\?", 2)[0],
                    HttpStatusCode.valueOf(answer.status()),
                    answer.httpHeaders(),
                    answer.body()));
        }
        if (answer.status() >= 500) {
            faults.add("answered " + answer.status() + ": " + answer.text());
        } else if (answer.status() >= 400) {
            if (!request.isLegal() && answer.body().length == 0) {
                return faults;
            }
            if (!answer.contentType().startsWith("application/problem+json")) {
                faults.add("answered " + answer.status() + " as '" + answer.contentType() + "', not as a problem");
            } else if (!isProblem(answer)) {
                faults.add("answered a problem without type or status: " + answer.text());
            }
        }
        return faults;
    }

    private static boolean isProblem(RawHttp.Answer answer) {
        try {
            JsonNode problem = JSON.readTree(answer.body());
            return problem.path("type").asString("").startsWith("https://linli.org/problems/")
                    && problem.path("status").asInt(0) == answer.status();
        } catch (JacksonException notJson) {
            return false;
        }
    }
}
