package org.linli.gateway.problem;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.linli.gateway.edge.Correlation;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import reactor.netty.NettyPipeline;
import tools.jackson.databind.json.JsonMapper;

import java.util.UUID;

/**
 * Requests that the server cannot read (an address or headers beyond measure, no HTTP at all) reach no filter: the server
 * refuses them with an empty answer, which is made a problem here.
 */
@Configuration(proxyBeanMethods = false)
class UnreadableRequests {

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> refusalsOfTheServer(JsonMapper json) {
        // Not with the connection: the server tells of one when it has read its first request.
        return factory -> factory.addServerCustomizers(server -> server.doOnChannelInit((observer, channel, remote) ->
                channel.pipeline().addBefore(NettyPipeline.HttpTrafficHandler, "linli.refusals", new Refusals(json))));
    }

    private static final class Refusals extends ChannelOutboundHandlerAdapter {

        private final JsonMapper json;

        Refusals(JsonMapper json) {
            this.json = json;
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            context.write(
                    message instanceof FullHttpResponse answer && isOurs(answer) ? problem(answer) : message, promise);
        }

        /** What came through the filters bears a correlation id. */
        private static boolean isOurs(FullHttpResponse answer) {
            return answer.status().code() >= 400
                    && !answer.content().isReadable()
                    && !answer.headers().contains(Correlation.HEADER);
        }

        private FullHttpResponse problem(FullHttpResponse answer) {
            String id = UUID.randomUUID().toString();
            byte[] body = json.writeValueAsBytes(ProblemWriter.body(reason(answer.status()), null, id));
            HttpHeaders headers = answer.headers().copy();
            headers.set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                    .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                    .set("X-Content-Type-Options", "nosniff")
                    .set(Correlation.HEADER, id);
            answer.release();
            return new DefaultFullHttpResponse(
                    answer.protocolVersion(),
                    answer.status(),
                    Unpooled.wrappedBuffer(body),
                    headers,
                    answer.trailingHeaders());
        }

        private static Problem reason(HttpResponseStatus status) {
            return switch (status.code()) {
                case 414 ->
                    Problem.of("uri-too-long", HttpStatus.URI_TOO_LONG, "The address is too long")
                            .detail("Its line may hold 8 KB; ask for less at a time · 请求地址过长");
                case 431 ->
                    Problem.of(
                                    "headers-too-large",
                                    HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
                                    "The request headers are too large")
                            .detail("All of them together may hold 16 KB · 请求头过大");
                default ->
                    Problem.of("unreadable-request", HttpStatus.valueOf(status.code()), "The request cannot be read")
                            .detail("It is no HTTP/1.1 as RFC 9112 has it · 请求格式有误");
            };
        }
    }
}
