package org.linli.partner.sandbox;

import io.r2dbc.spi.ConnectionFactory;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;

/** Statements and transactions over connections that lead where the request belongs; every migration is run for both. */
@Configuration(proxyBeanMethods = false)
class SandboxConfiguration {

    @Bean
    FlywayMigrationStrategy migrateBoth() {
        return usual -> {
            usual.migrate();
            Flyway.configure(usual.getConfiguration().getClassLoader())
                    .configuration(usual.getConfiguration())
                    .schemas(Sandbox.SCHEMA)
                    .defaultSchema(Sandbox.SCHEMA)
                    .createSchemas(true)
                    .load()
                    .migrate();
        };
    }

    @Bean
    SandboxPool sandboxPool(
            R2dbcConnectionDetails details, ObjectProvider<ConnectionFactoryOptionsBuilderCustomizer> customizers) {
        return new SandboxPool(details, customizers.orderedStream());
    }

    /** No bean of the type that Boot looks for, so that the usual pool stays the one of health and metrics. */
    @Bean
    Routes connectionRoutes(ConnectionFactory usual, SandboxPool sandbox) {
        return new Routes(new RoutedConnections(usual, sandbox.connections()));
    }

    @Bean
    DatabaseClient databaseClient(Routes routes) {
        return DatabaseClient.create(routes.connections());
    }

    @Bean
    R2dbcTransactionManager transactionManager(Routes routes) {
        return new R2dbcTransactionManager(routes.connections());
    }

    record Routes(ConnectionFactory connections) {}
}
