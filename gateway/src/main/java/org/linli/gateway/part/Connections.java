package org.linli.gateway.part;

import io.netty.channel.ChannelOption;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connections to the parts; the pool itself is set by {@code spring.cloud.gateway.server.webflux.httpclient.pool}. */
@Configuration(proxyBeanMethods = false)
class Connections {

    @Bean
    HttpClientCustomizer connectionRules(WaitProperties wait) {
        return client -> client
                // The client would on its own repeat any request, a POST too, on a connection that was reset.
                .disableRetry(true)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(wait.connect().toMillis()))
                .option(ChannelOption.TCP_NODELAY, true);
    }
}
