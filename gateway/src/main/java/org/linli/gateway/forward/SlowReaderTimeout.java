package org.linli.gateway.forward;

import io.netty.handler.timeout.WriteTimeoutHandler;
import org.linli.gateway.edge.BodyProperties;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.concurrent.TimeUnit;

/** A reader that takes nothing of its answer is let go, and with it the connection to the part that answers. */
@Configuration(proxyBeanMethods = false)
class SlowReaderTimeout {

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> untakenAnswers(BodyProperties bodies) {
        long most = bodies.reading().toMillis();
        return factory -> factory.addServerCustomizers(server -> server.doOnConnection(
                connection -> connection.addHandlerFirst(new WriteTimeoutHandler(most, TimeUnit.MILLISECONDS))));
    }
}
