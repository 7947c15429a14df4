package org.linli.partner.sandbox;

import io.r2dbc.spi.ConnectionFactory;
import org.springframework.r2dbc.connection.lookup.AbstractRoutingConnectionFactory;
import reactor.core.publisher.Mono;

import java.util.Map;

/** Gives the sandbox its own connections, and everybody else the others. */
final class RoutedConnections extends AbstractRoutingConnectionFactory {

    RoutedConnections(ConnectionFactory usual, ConnectionFactory sandbox) {
        setDefaultTargetConnectionFactory(usual);
        setTargetConnectionFactories(Map.of(Sandbox.SCHEMA, sandbox));
        setLenientFallback(false);
        afterPropertiesSet();
    }

    @Override
    protected Mono<Object> determineCurrentLookupKey() {
        return Mono.deferContextual(context -> Sandbox.isIn(context) ? Mono.just(Sandbox.SCHEMA) : Mono.empty());
    }
}
