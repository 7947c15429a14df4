package org.linli.platform.database;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.ValidationDepth;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Connections that do not ask the server again whether it is there when it answered a moment ago: asked at each taking
 * from the pool, every single statement would cost two trips. One that was closed meanwhile is seen at once, as ever.
 */
record RecentlyAlive(ConnectionFactory connections, InstantSource clock) implements ConnectionFactory {

    /** As long as HikariCP trusts its own. */
    static final Duration MOMENT = Duration.ofMillis(500);

    @Override
    public Publisher<? extends Connection> create() {
        return Mono.from(connections.create()).map(connection -> (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, new Trusted(connection)));
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return connections.getMetadata();
    }

    private final class Trusted implements InvocationHandler {

        private final Connection connection;
        private volatile Instant seen = Instant.MIN;

        Trusted(Connection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("validate")) {
                return validate();
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        }

        private Publisher<Boolean> validate() {
            Instant now = clock.instant();
            if (now.isBefore(seen.plus(MOMENT))) {
                return connection.validate(ValidationDepth.LOCAL);
            }
            return Mono.from(connection.validate(ValidationDepth.REMOTE))
                    .doOnNext(alive -> seen = alive ? now : Instant.MIN);
        }
    }
}
