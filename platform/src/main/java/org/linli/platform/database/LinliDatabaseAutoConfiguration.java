package org.linli.platform.database;

import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.r2dbc.ConnectionFactoryDecorator;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.netty.resources.LoopResources;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * R2DBC with its traps closed: connections spread over all event loops instead of staying on the one that opened
 * them, none goes back to the pool inside a transaction, and every statement ends in time.
 */
@AutoConfiguration(after = R2dbcAutoConfiguration.class)
@ConditionalOnBean(ConnectionFactory.class)
public class LinliDatabaseAutoConfiguration {

    /** That a connection keeps prepared: lists have one for each set of filters, and callers choose these. */
    private static final int MOST_STATEMENTS = 500;

    /** Ticks in microseconds, as the database keeps time: what was stored is read back the same. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }

    @Bean
    @ConditionalOnMissingBean
    DatabaseClient databaseClient(ConnectionFactory connections) {
        return DatabaseClient.create(connections);
    }

    /** An odd number: each connection asks for the next loop twice, and of an even number every other had none. */
    @Bean(destroyMethod = "dispose")
    LoopResources databaseLoops() {
        return LoopResources.create("r2dbc", -1, Runtime.getRuntime().availableProcessors() | 1, true, false);
    }

    @Bean
    ConnectionFactoryDecorator guardedConnections() {
        return GuardedConnections::new;
    }

    /** @param limit longest run of one statement, {@code linli.postgres.statement-timeout}, 60 s unless set */
    @Bean
    ConnectionFactoryOptionsBuilderCustomizer postgresOptions(
            LoopResources databaseLoops, @Value("${linli.postgres.statement-timeout:60s}") Duration limit) {
        return options -> options.option(PostgresqlConnectionFactoryProvider.LOOP_RESOURCES, databaseLoops)
                .option(PostgresqlConnectionFactoryProvider.STATEMENT_TIMEOUT, limit)
                .option(PostgresqlConnectionFactoryProvider.PREPARED_STATEMENT_CACHE_QUERIES, MOST_STATEMENTS)
                .option(PostgresqlConnectionFactoryProvider.TCP_KEEPALIVE, true);
    }
}
