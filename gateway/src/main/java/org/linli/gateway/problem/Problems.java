package org.linli.gateway.problem;

import org.linli.gateway.edge.Correlation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.stereotype.Component;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.server.ContentTooLargeException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Answers every error that reaches the gateway's rim; runs before Boot's own handler, which would answer in HTML. */
@Component
@Order(-2)
class Problems implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private static final Duration BETWEEN_TRACES = Duration.ofSeconds(10);
    private static final AtomicLong LAST_TRACE = new AtomicLong(System.nanoTime() - BETWEEN_TRACES.toNanos());

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
            case InvalidMimeTypeException type -> ofStatus(new UnsupportedMediaTypeStatusException(type.getMessage()));
            case InvalidMediaTypeException type -> ofStatus(new UnsupportedMediaTypeStatusException(type.getMessage()));
            case IllegalCharsetNameException type ->
                ofStatus(new UnsupportedMediaTypeStatusException(type.getMessage()));
            case UnsupportedCharsetException type ->
                ofStatus(new UnsupportedMediaTypeStatusException(type.getMessage()));
            case DecodingException body -> ofStatus(new ServerWebInputException("cannot be read"));
            case DataBufferLimitException body -> ofStatus(new ContentTooLargeException(body));
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
                "Unexpected error at {} {} [{}]: {}",
                exchange.getRequest().getMethod(),
                exchange.getRequest().getURI().getRawPath(),
                Correlation.of(exchange),
                error.toString(),
                isTraced() ? error : null);
        return Problem.of("internal", HttpStatus.INTERNAL_SERVER_ERROR, "The gateway made a mistake")
                .detail("It is logged under the correlation id; nothing is known of what the request did");
    }

    /** A trace is 30 KB: one in ten seconds tells as much, and callers cannot make the log their own. */
    private static boolean isTraced() {
        long now = System.nanoTime();
        long last = LAST_TRACE.get();
        return now - last >= BETWEEN_TRACES.toNanos() && LAST_TRACE.compareAndSet(last, now);
    }
}
