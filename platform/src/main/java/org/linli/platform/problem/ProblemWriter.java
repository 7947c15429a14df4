package org.linli.platform.problem;

import io.micrometer.core.instrument.MeterRegistry;
import org.linli.platform.correlation.Correlation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.util.List;

/**
 * The one place where an error becomes an answer, whether a handler, a filter or the router raised it. What a refusal says
 * in headers is kept: 405 lists what is allowed, 415 and 406 what is taken and given (RFC 9110, 15.5).
 */
public final class ProblemWriter implements ErrorWebExceptionHandler, Ordered {

    private static final Logger log = LoggerFactory.getLogger(ProblemWriter.class);
    private static final String RETRY_SECONDS = "2";
    /** Said by the handler of what it was going to answer, before that turned out not to be possible. */
    private static final List<String> OF_THE_RESOURCE =
            List.of(HttpHeaders.ETAG, HttpHeaders.LOCATION, HttpHeaders.LAST_MODIFIED, HttpHeaders.CONTENT_DISPOSITION);

    private final JsonMapper json;
    private final MeterRegistry metrics;

    public ProblemWriter(JsonMapper json, MeterRegistry metrics) {
        this.json = json;
        this.metrics = metrics;
    }

    /** Before Boot's own error handling. */
    @Override
    public int getOrder() {
        return -2;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        return exchange.getResponse().isCommitted() ? Mono.error(failure) : write(exchange, failure);
    }

    public Mono<Void> write(ServerWebExchange exchange, Throwable failure) {
        Problem problem = Problems.of(failure);
        if (problem.status().is5xxServerError() && !isFull(problem) && !hasHungUp(failure, problem)) {
            Correlation.log(
                    Correlation.of(exchange),
                    () -> log.error(
                            "{} {} failed: {}",
                            exchange.getRequest().getMethod(),
                            exchange.getRequest().getPath(),
                            problem.slug(),
                            failure));
        }
        if (failure instanceof ErrorResponse refusal) {
            refusal.getHeaders()
                    .forEach((name, values) ->
                            exchange.getResponse().getHeaders().put(name, values));
        }
        return write(exchange, problem);
    }

    /** Work beyond a bulkhead is refused as it should be; its metrics count it. */
    private static boolean isFull(Problem problem) {
        return problem.members().containsKey(Problem.WORK);
    }

    /** Whose line is cut while their request is read is nobody's fault here. */
    private static boolean hasHungUp(Throwable failure, Problem problem) {
        return problem.status() == HttpStatus.INTERNAL_SERVER_ERROR
                && DisconnectedClientHelper.isClientDisconnectedException(failure);
    }

    public Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        metrics.counter("linli.problems", "problem", problem.slug()).increment();
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(problem.status());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        OF_THE_RESOURCE.forEach(response.getHeaders()::remove);
        switch (problem.status().value()) {
            // What the client may still be sending would be taken for its next request.
            case 408 -> response.getHeaders().set(HttpHeaders.CONNECTION, "close");
            case 401 -> response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            case 403 -> {
                // RFC 6750, 3.1.
                if (problem.members().get("scope") instanceof String scope) {
                    response.getHeaders()
                            .set(
                                    HttpHeaders.WWW_AUTHENTICATE,
                                    "Bearer error=\"insufficient_scope\", scope=\"" + scope + "\"");
                }
            }
            case 503, 429 -> {
                if (!response.getHeaders().containsHeader(HttpHeaders.RETRY_AFTER)) {
                    response.getHeaders()
                            .set(
                                    HttpHeaders.RETRY_AFTER,
                                    String.valueOf(problem.members().getOrDefault(Problem.RETRY_AFTER, RETRY_SECONDS)));
                }
            }
            default -> {}
        }
        Object busy = problem.members().get(Problem.WORK);
        if (busy != null) {
            response.getHeaders().set(Problem.BUSY, busy.toString());
        }
        byte[] body = json.writeValueAsBytes(body(exchange, problem));
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static ProblemDetail body(ServerWebExchange exchange, Problem problem) {
        ProblemDetail body = problem.toDetail();
        body.setInstance(URI.create(exchange.getRequest().getURI().getRawPath()));
        body.setProperty("correlationId", Correlation.of(exchange));
        return body;
    }
}
