package org.linli.gateway.problem;

import org.linli.gateway.edge.Correlation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Answers every error that reaches the gateway's rim; runs before Boot's own handler, which would answer in HTML. */
@Component
@Order(-2)
class Problems implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final ProblemWriter writer;

    Problems(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        return writer.write(problem(exchange, error), exchange);
    }

    private static Problem problem(ServerWebExchange exchange, Throwable error) {
        return switch (error) {
            case ProblemException known -> known.problem();
            case MethodNotAllowedException method -> methodNotAllowed(method);
            case ResponseStatusException status -> ofStatus(status);
            default -> unexpected(exchange, error);
        };
    }

    private static Problem methodNotAllowed(MethodNotAllowedException error) {
        return Problem.of("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED, "This address does not take the method")
                .header(
                        HttpHeaders.ALLOW,
                        String.join(
                                ", ",
                                error.getSupportedMethods().stream()
                                        .map(Object::toString)
                                        .sorted()
                                        .toList()));
    }

    private static Problem ofStatus(ResponseStatusException error) {
        HttpStatus status = HttpStatus.valueOf(error.getStatusCode().value());
        if (status == HttpStatus.NOT_FOUND) {
            return Problem.of("not-found", status, "There is nothing at this address")
                    .detail("The catalogue of what there is stands at /docs");
        }
        return Problem.of(slug(status), status, status.getReasonPhrase());
    }

    private static String slug(HttpStatus status) {
        return status.getReasonPhrase().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-");
    }

    private static Problem unexpected(ServerWebExchange exchange, Throwable error) {
        log.error(
                "Unexpected error at {} {} [{}]",
                exchange.getRequest().getMethod(),
                exchange.getRequest().getURI().getRawPath(),
                Correlation.of(exchange),
                error);
        return Problem.of("internal", HttpStatus.INTERNAL_SERVER_ERROR, "The gateway made a mistake")
                .detail("It is logged under the correlation id; nothing is known of what the request did");
    }
}
