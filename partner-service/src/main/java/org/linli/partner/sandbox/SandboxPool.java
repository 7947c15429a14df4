package org.linli.partner.sandbox;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import org.linli.platform.database.GuardedConnections;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * A few connections to the same database, whose tables are those of the sandbox; opened when somebody tries something out.
 * What extensions bring is in the schema public.
 */
final class SandboxPool implements DisposableBean {

    private static final int MOST = 3;
    private static final String SEARCH_PATH = Sandbox.SCHEMA + ",public";

    private final ConnectionPool pool;

    SandboxPool(R2dbcConnectionDetails details, Stream<ConnectionFactoryOptionsBuilderCustomizer> customizers) {
        ConnectionFactoryOptions.Builder options =
                details.getConnectionFactoryOptions().mutate();
        customizers.forEach(customizer -> customizer.customize(options));
        options.option(PostgresqlConnectionFactoryProvider.SCHEMA, SEARCH_PATH);
        this.pool = new ConnectionPool(
                ConnectionPoolConfiguration.builder(new GuardedConnections(ConnectionFactories.get(options.build())))
                        .initialSize(0)
                        .maxSize(MOST)
                        .maxAcquireTime(Duration.ofSeconds(5))
                        .maxCreateConnectionTime(Duration.ofSeconds(5))
                        .maxIdleTime(Duration.ofMinutes(10))
                        .validationQuery("SELECT 1")
                        .build());
    }

    ConnectionFactory connections() {
        return pool;
    }

    @Override
    public void destroy() {
        pool.dispose();
    }
}
