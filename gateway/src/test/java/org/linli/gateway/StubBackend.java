package org.linli.gateway;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaders;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server in a service's place. The last step of the path says how it behaves; it remembers what it was sent. */
class StubBackend implements AutoCloseable {

    /** A request as it arrived, with its whole body. */
    record Seen(String method, String uri, HttpHeaders headers, int bodyBytes) {}

    final List<Seen> seen = new CopyOnWriteArrayList<>();
    /** Answers without an end that are being written. */
    final AtomicInteger endless = new AtomicInteger();

    private final Set<Channel> connections = ConcurrentHashMap.newKeySet();
    private final String name;
    private final int port;
    private volatile DisposableServer server;

    StubBackend(String name) {
        this.name = name;
        start(0);
        this.port = server.port();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** With its connections, as a process that ends. */
    void stop() {
        server.disposeNow();
        connections.forEach(connection -> connection.close().syncUninterruptibly());
        connections.clear();
    }

    void startAgain() {
        start(port);
    }

    private void start(int onPort) {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(onPort)
                .doOnConnection(connection -> connections.add(connection.channel()))
                .handle(this::answer)
                .bindNow();
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        return request.receive()
                .aggregate()
                .asByteArray()
                .defaultIfEmpty(new byte[0])
                .doOnNext(body -> seen.add(
                        new Seen(request.method().name(), request.uri(), request.requestHeaders(), body.length)))
                .flatMap(body -> Mono.from(behave(request.path(), response)));
    }

    private Publisher<Void> behave(String path, HttpServerResponse response) {
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "slow" -> Mono.delay(Duration.ofSeconds(5)).then(say(response, 200));
            case "break" ->
                response.withConnection(connection -> connection.channel().close());
            case "break-once" ->
                seen.stream().filter(s -> s.uri().endsWith("break-once")).count() == 1
                        ? response.withConnection(
                                connection -> connection.channel().close())
                        : say(response, 200);
            case "unwell" -> say(response, 503);
            case "busy" -> say(response.header("Linli-Busy", "imports"), 503);
            case "endless" ->
                response.sendByteArray(Flux.generate(sink -> sink.next(new byte[64 * 1024])))
                        .then()
                        .doOnSubscribe(begun -> endless.incrementAndGet())
                        .doFinally(ended -> endless.decrementAndGet());
            case "problem" ->
                response.status(422)
                        .header("Content-Type", "application/problem+json")
                        .sendString(Mono.just("{\"type\":\"https://linli.org/problems/invalid-request\"}"));
            case "readyz" ->
                response.sendString(Mono.just("{\"status\":\"UP\",\"components\":{\"db\":{\"status\":\"UP\"}}}"));
            case "api-docs" -> response.sendString(Mono.just(document()));
            default -> say(response, 200);
        };
    }

    private Mono<Void> say(HttpServerResponse response, int status) {
        return response.status(status)
                .header("Content-Type", "application/json")
                .header("X-Frame-Options", "ALLOWALL")
                .header("X-Correlation-Id", "the-backend's")
                .header("Server", "secret/1.0")
                .sendString(Mono.just("{\"from\":\"" + name + "\"}"))
                .then();
    }

    private String document() {
        return """
                {"openapi":"3.1.0","info":{"title":"%s"},"servers":[{"url":"%s"}],
                 "paths":{"/api/%s/things":{"get":{},"post":{"security":[{"bearer":[]}]}},"/actuator/health":{"get":{}}}}
                """.formatted(name, url(), name);
    }

    @Override
    public void close() {
        stop();
    }
}
