package org.linli.gateway.backend;

import org.linli.gateway.edge.BodyProperties;
import org.linli.gateway.edge.EdgeProperties;
import org.linli.gateway.edge.IncomingBody;
import org.linli.gateway.problem.Problem;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

/**
 * Waits for a request's body before its part is asked, so that a slow sender holds no connection to it and no trial call
 * of its breaker. Small bodies wait in memory, larger ones in a file; pieces of uploads are passed on once they come.
 */
@Component
class BufferedBody implements GatewayFilter, Ordered {

    /** Before the {@link BackendGuard}. */
    private static final int ORDER = -20;

    private static final int READ_AT_ONCE = 64 * 1024;
    private static final String FOR_ANYONE = "/api/partner/public/";

    private final DataSize largest;
    private final BodyProperties bodies;
    private final Semaphore files;
    private final Semaphore streams;

    BufferedBody(EdgeProperties edge, BodyProperties bodies) {
        this.largest = edge.maxBody();
        this.bodies = bodies;
        this.files = new Semaphore(bodies.files());
        this.streams = new Semaphore(bodies.files());
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        long length = request.getHeaders().getContentLength();
        if (length <= 0 && !request.getHeaders().containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return chain.filter(exchange);
        }
        Routes.Bodies kind = kind(exchange);
        DataSize most = most(kind, request);
        if (length > most.toBytes()) {
            return Mono.error(IncomingBody.tooLarge(most).exception());
        }
        Flux<DataBuffer> body = IncomingBody.of(request.getBody(), most, time(kind), bodies);
        if (kind == Routes.Bodies.STREAMED) {
            return holding(streams, begun(body, exchange, chain));
        }
        return 0 <= length && length <= bodies.inMemory().toBytes()
                ? inMemory(body, exchange, chain)
                : holding(files, inFile(body, exchange, chain));
    }

    private Mono<Void> inMemory(Flux<DataBuffer> body, ServerWebExchange exchange, GatewayFilterChain chain) {
        return DataBufferUtils.join(body)
                .flatMap(whole -> chain.filter(
                                with(Flux.defer(() -> Flux.just(DataBufferUtils.retain(whole))), exchange))
                        .doFinally(ended -> DataBufferUtils.release(whole)));
    }

    private Mono<Void> inFile(Flux<DataBuffer> body, ServerWebExchange exchange, GatewayFilterChain chain) {
        return Mono.usingWhen(
                Mono.fromCallable(() -> Files.createTempFile("linli-body-", ".bytes"))
                        .subscribeOn(Schedulers.boundedElastic()),
                file -> DataBufferUtils.write(body, file)
                        .then(Mono.defer(() -> chain.filter(with(read(file, exchange), exchange)))),
                BufferedBody::remove);
    }

    private static Flux<DataBuffer> read(Path file, ServerWebExchange exchange) {
        return DataBufferUtils.read(file, exchange.getResponse().bufferFactory(), READ_AT_ONCE);
    }

    private static Mono<Boolean> remove(Path file) {
        return Mono.fromCallable(() -> Files.deleteIfExists(file)).subscribeOn(Schedulers.boundedElastic());
    }

    /** Not before its first bytes are there. */
    private static Mono<Void> begun(Flux<DataBuffer> body, ServerWebExchange exchange, GatewayFilterChain chain) {
        return body.switchOnFirst((first, all) -> first.isOnError() ? all.then() : chain.filter(with(all, exchange)))
                .then();
    }

    private static Mono<Void> holding(Semaphore places, Mono<Void> work) {
        return Mono.defer(() -> places.tryAcquire()
                ? work.doFinally(ended -> places.release())
                : Mono.error(Problem.of(
                                "capacity-reached",
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "Too much of this work is under way")
                        .detail("Other large bodies are under way; nothing was done · 大文件传输较多，请稍后重试")
                        .retryAfter(Duration.ofSeconds(2))
                        .exception()));
    }

    private static ServerWebExchange with(Flux<DataBuffer> body, ServerWebExchange exchange) {
        return exchange.mutate()
                .request(new ServerHttpRequestDecorator(exchange.getRequest()) {
                    @Override
                    public Flux<DataBuffer> getBody() {
                        return body;
                    }
                })
                .build();
    }

    private static Routes.Bodies kind(ServerWebExchange exchange) {
        Route route = Objects.requireNonNull(exchange.<Route>getAttribute(GATEWAY_ROUTE_ATTR));
        return (Routes.Bodies) Objects.requireNonNull(route.getMetadata().get(Routes.BODIES));
    }

    private DataSize most(Routes.Bodies kind, ServerHttpRequest request) {
        return switch (kind) {
            case BULK, STREAMED -> largest;
            case ORDINARY ->
                least(request.getPath().value().startsWith(FOR_ANYONE) ? bodies.anonymous() : bodies.ordinary());
        };
    }

    private DataSize least(DataSize own) {
        return own.compareTo(largest) < 0 ? own : largest;
    }

    private Duration time(Routes.Bodies kind) {
        return switch (kind) {
            case ORDINARY -> bodies.time();
            case BULK -> bodies.bulkTime();
            case STREAMED -> bodies.uploadTime();
        };
    }
}
