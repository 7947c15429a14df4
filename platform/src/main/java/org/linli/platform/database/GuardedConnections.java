package org.linli.platform.database;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Wrapped;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Opens connections that go back to their pool only outside of a transaction, and write only inside of one. */
public final class GuardedConnections implements ConnectionFactory, Wrapped<ConnectionFactory> {

    private final ConnectionFactory connections;

    public GuardedConnections(ConnectionFactory connections) {
        this.connections = connections;
    }

    @Override
    public Publisher<? extends Connection> create() {
        return Mono.from(connections.create()).map(GuardedConnection::new);
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return connections.getMetadata();
    }

    @Override
    public ConnectionFactory unwrap() {
        return connections;
    }
}
