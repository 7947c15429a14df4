package org.linli.gateway.forward;

import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import org.linli.gateway.edge.Client;
import org.linli.gateway.edge.Correlation;
import org.linli.gateway.edge.EdgeProperties;
import org.linli.gateway.part.Routes;
import org.linli.gateway.session.Sessions;
import org.reactivestreams.Publisher;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.NettyOutbound;
import reactor.netty.http.client.HttpClientRequest;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.http.server.HttpServerRequest;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

/**
 * Sends a request to its part and the answer back, in place of Spring Cloud Gateway's own filters for it: the headers
 * are copied once and not five times, the request stays on its event loop, and a small answer is written in one go.
 */
@Component
class Forwarding implements GlobalFilter, Ordered {

    /** Answers up to this size (bytes) are collected and sent as one; larger ones stream. */
    private static final int SMALL = 64 * 1024;

    private final PartClients clients;
    private final Set<String> trustedProxies;

    Forwarding(PartClients clients, EdgeProperties edge) {
        this.clients = clients;
        this.trustedProxies = edge.trustedProxies();
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = Objects.requireNonNull(exchange.<Route>getAttribute(GATEWAY_ROUTE_ATTR));
        HttpServerRequest inbound = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
        Duration wait = (Duration) Objects.requireNonNull(route.getMetadata().get(Routes.WAIT));
        return clients.on(loop(inbound), wait)
                .request(HttpMethod.valueOf(inbound.method().name()))
                .uri(address(route.getUri(), exchange.getRequest()))
                .send((request, outbound) -> send(exchange, inbound, request, outbound))
                .response((answer, body) -> answer(exchange.getResponse(), answer, body))
                .then();
    }

    private Publisher<Void> send(
            ServerWebExchange exchange, HttpServerRequest inbound, HttpClientRequest request, NettyOutbound outbound) {
        RequestHeaders.pass(
                inbound.requestHeaders(),
                request.requestHeaders(),
                exchange.getRequest().getPath().value(),
                Client.of(exchange, trustedProxies),
                Correlation.of(exchange));
        Sessions.token(exchange)
                .ifPresent(token -> request.requestHeaders().set(HttpHeaderNames.AUTHORIZATION, "Bearer " + token));
        boolean hasBody = inbound.requestHeaders().contains(HttpHeaderNames.CONTENT_LENGTH)
                || inbound.requestHeaders().contains(HttpHeaderNames.TRANSFER_ENCODING);
        return hasBody
                ? outbound.send(exchange.getRequest().getBody().map(NettyDataBufferFactory::toByteBuf))
                : outbound;
    }

    private static Publisher<Void> answer(ServerHttpResponse response, HttpClientResponse answer, ByteBufFlux body) {
        response.setStatusCode(HttpStatusCode.valueOf(answer.status().code()));
        AnswerHeaders.pass(answer.responseHeaders(), response.getHeaders());
        NettyDataBufferFactory buffers = (NettyDataBufferFactory) response.bufferFactory();
        return isSmall(answer)
                ? response.writeWith(body.aggregate().retain().map(buffers::wrap))
                : response.writeWith(body.retain().map(buffers::wrap));
    }

    private static boolean isSmall(HttpClientResponse answer) {
        String length = answer.responseHeaders().get(HttpHeaderNames.CONTENT_LENGTH);
        return length != null && length.length() < 10 && Integer.parseInt(length) <= SMALL;
    }

    private static EventLoop loop(HttpServerRequest inbound) {
        return ((reactor.netty.Connection) inbound).channel().eventLoop();
    }

    private static String address(URI part, ServerHttpRequest request) {
        URI asked = request.getURI();
        String query = asked.getRawQuery();
        String path = part.getScheme() + "://" + part.getRawAuthority() + asked.getRawPath();
        return query == null ? path : path + "?" + query;
    }
}
