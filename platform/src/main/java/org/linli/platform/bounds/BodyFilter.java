package org.linli.platform.bounds;

import org.jspecify.annotations.Nullable;
import org.linli.platform.bulkhead.Bulkheads;
import org.linli.platform.bulkhead.HeavyWork;
import org.linli.platform.security.RequestHandler;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Holds a request to what its route declares, {@link BodyLimit} and {@link HeavyWork}, before a byte of its body is
 * read. Comes after the rights, whose check has found the handler.
 */
final class BodyFilter implements WebFilter, Ordered {

    private static final String LARGE_PAGES = "large-pages";
    /** 200 or more; what is no such number is refused before a row is read. */
    private static final Pattern MANY_ROWS = Pattern.compile("[2-9][0-9]{2}|[1-9][0-9]{3}");

    private final BoundsProperties pace;
    private final Bulkheads bulkheads;

    BodyFilter(BoundsProperties pace, Bulkheads bulkheads) {
        this.pace = pace;
        this.bulkheads = bulkheads;
    }

    @Override
    public int getOrder() {
        return 10;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HandlerMethod handler = RequestHandler.of(exchange);
        BodyLimit declared = handler == null ? null : handler.getMethodAnnotation(BodyLimit.class);
        String bulkhead = handler == null ? null : bulkhead(handler, exchange);
        BodyBounds bounds = BodyBounds.of(declared, pace);
        return bulkhead == null
                ? within(bounds::on, bounds, exchange, chain)
                : bulkheads.run(bulkhead, within(body -> besideTheLoops(bounds.on(body)), bounds, exchange, chain));
    }

    /** Of a route whose work is heavy, or of a list that is asked for many rows at once. */
    private static @Nullable String bulkhead(HandlerMethod handler, ServerWebExchange exchange) {
        HeavyWork heavy = handler.getMethodAnnotation(HeavyWork.class);
        if (heavy != null) {
            return heavy.value();
        }
        String limit = exchange.getRequest().getQueryParams().getFirst("limit");
        return limit != null && MANY_ROWS.matcher(limit).matches() ? LARGE_PAGES : null;
    }

    /** What takes a large body apart leaves the event loops to the other callers. */
    private static Flux<DataBuffer> besideTheLoops(Flux<DataBuffer> body) {
        return body.publishOn(Schedulers.boundedElastic()).doOnDiscard(DataBuffer.class, DataBufferUtils::release);
    }

    private static Mono<Void> within(
            UnaryOperator<Flux<DataBuffer>> body, BodyBounds bounds, ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        if (headers.getContentLength() > bounds.bytes()) {
            return Mono.error(bounds.tooLarge());
        }
        boolean empty = headers.getContentLength() <= 0 && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
        return chain.filter(empty ? exchange : new BoundedExchange(exchange, body));
    }
}
