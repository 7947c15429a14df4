package org.linli.platform.bounds;

import io.netty.handler.timeout.WriteTimeoutHandler;
import org.linli.platform.bulkhead.BulkheadAutoConfiguration;
import org.linli.platform.bulkhead.Bulkheads;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.codec.CodecCustomizer;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.util.MimeType;
import tools.jackson.databind.json.JsonMapper;

import java.util.concurrent.TimeUnit;

/** Bounds of every request, whichever route it asks for, and of how slowly an answer may be read. */
@AutoConfiguration(after = BulkheadAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@EnableConfigurationProperties(BoundsProperties.class)
public class BoundsAutoConfiguration {

    /** What JSON is called: ours, and that of the health report. */
    private static final MimeType[] WRITTEN = {
        MediaType.APPLICATION_JSON, MediaType.parseMediaType("application/vnd.spring-boot.actuator.v3+json")
    };

    @Bean
    BodyFilter bodyFilter(BoundsProperties pace, Bulkheads bulkheads) {
        return new BodyFilter(pace, bulkheads);
    }

    /** Requests alone: events and kept answers are our own, and as long as they are. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    CodecCustomizer boundedRequests(JsonMapper json) {
        JsonMapper bounded = json.rebuild().addModule(new RequestBounds()).build();
        return codecs -> {
            codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(bounded));
            // Under the encoder's own types a caller's Accept would have answers called problems, or streams of events.
            codecs.defaultCodecs().jacksonJsonEncoder(new JacksonJsonEncoder(json, WRITTEN));
        };
    }

    /** A reader that takes nothing is let go, and with it what was made for it. */
    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> slowReaders(BoundsProperties bounds) {
        NettyServerCustomizer untaken = server -> server.doOnConnection(connection -> connection.addHandlerFirst(
                new WriteTimeoutHandler(bounds.reading().toMillis(), TimeUnit.MILLISECONDS)));
        return factory -> factory.addServerCustomizers(untaken);
    }
}
