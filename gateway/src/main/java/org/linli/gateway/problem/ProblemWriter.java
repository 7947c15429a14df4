package org.linli.gateway.problem;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.linli.gateway.edge.Correlation;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a problem as {@code application/problem+json} with the path and the correlation id of its request. */
@Component
public class ProblemWriter {

    private static final String TYPES = "https://linli.org/problems/";

    private final JsonMapper json;
    private final MeterRegistry meters;

    ProblemWriter(JsonMapper json, MeterRegistry meters) {
        this.json = json;
        this.meters = meters;
    }

    public Mono<Void> write(Problem problem, ServerWebExchange exchange) {
        return UnreadBody.read(exchange).then(Mono.defer(() -> answer(problem, exchange)));
    }

    private Mono<Void> answer(Problem problem, ServerWebExchange exchange) {
        meters.counter("linli.gateway.problems", "problem", problem.slug()).increment();
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(problem.status());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        problem.headers().forEach(response.getHeaders()::set);
        return response.writeWith(Mono.just(response.bufferFactory()
                .wrap(json.writeValueAsBytes(
                        body(problem, exchange.getRequest().getURI().getRawPath(), Correlation.of(exchange))))));
    }

    /** @param path of the request, where it could be read */
    static Map<String, Object> body(Problem problem, @Nullable String path, String correlationId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", TYPES + problem.slug());
        body.put("title", problem.title());
        body.put("status", problem.status().value());
        if (problem.detail() != null) {
            body.put("detail", problem.detail());
        }
        if (path != null) {
            body.put("instance", path);
        }
        body.put("correlationId", correlationId);
        return body;
    }
}
