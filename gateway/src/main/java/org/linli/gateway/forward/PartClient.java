package org.linli.gateway.forward;

import io.netty.channel.ChannelOption;
import org.linli.gateway.backend.WaitProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** The HTTP client that Spring Cloud Gateway forwards with, on the loops that the server has, its waiting bounded. */
@Configuration(proxyBeanMethods = false)
class PartClient {

    @Bean(destroyMethod = "dispose")
    ConnectionProvider partConnections(PoolProperties properties, WaitProperties wait) {
        return ConnectionProvider.builder("parts")
                .maxConnections(properties.connections())
                .pendingAcquireMaxCount(properties.waiting())
                .pendingAcquireTimeout(wait.pool())
                .maxIdleTime(properties.idle())
                .evictInBackground(properties.idle().dividedBy(3))
                .lifo()
                .build();
    }

    /** Each route bounds the wait for the head of its answer; the bound here is for the pieces after it. */
    @Bean
    HttpClient httpClient(ConnectionProvider partConnections, WaitProperties wait, ReactorResourceFactory loops) {
        return HttpClient.create(partConnections)
                .runOn(loops.getLoopResources())
                // The client would on its own repeat any request, a POST too, on a connection that was reset.
                .disableRetry(true)
                .responseTimeout(wait.bulk())
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(wait.connect().toMillis()))
                .option(ChannelOption.TCP_NODELAY, true);
    }
}
