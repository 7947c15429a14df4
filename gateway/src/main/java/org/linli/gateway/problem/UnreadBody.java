package org.linli.gateway.problem;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import java.time.Duration;

/**
 * The rest of a request that is refused. Some clients (java.net.http among them) stop sending when an answer comes
 * early and then use the connection again, where their next request would be taken for the missing body; others lose
 * the answer when the connection is closed on them. So what is still coming is read first, within reason.
 */
final class UnreadBody {

    private static final long WITHIN_REASON = 64L * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private UnreadBody() {}

    /** Completes when nothing more is coming, or when the connection is marked to be closed after the answer. */
    static Mono<Void> read(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        HttpHeaders headers = request.getHeaders();
        if (headers.getContentLength() <= 0 && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return Mono.empty();
        }
        if (headers.getContentLength() > WITHIN_REASON) {
            return closing(exchange);
        }
        return request.getBody()
                .reduce(0L, UnreadBody::counted)
                .timeout(PATIENCE)
                .then()
                .onErrorResume(alreadyTakenOrTooMuch -> closing(exchange));
    }

    private static long counted(long before, DataBuffer buffer) {
        long seen = before + buffer.readableByteCount();
        DataBufferUtils.release(buffer);
        if (seen > WITHIN_REASON) {
            throw new IllegalStateException("the body goes on and on");
        }
        return seen;
    }

    private static Mono<Void> closing(ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close"));
    }
}
