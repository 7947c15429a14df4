package org.linli.platform.unitregistry;

import org.linli.platform.database.LinliDatabaseAutoConfiguration;
import org.linli.platform.inbox.EventConsumer;
import org.linli.platform.inbox.InboxAutoConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Keeps the copy where {@code linli.directory.consumer} names its consumer group, e.g. {@code fund.unit}. The service's
 * own migrations make the table.
 */
@AutoConfiguration(after = LinliDatabaseAutoConfiguration.class, before = InboxAutoConfiguration.class)
@ConditionalOnProperty("linli.directory.consumer")
public class UnitRegistryAutoConfiguration {

    @Bean
    EventConsumer unitDirectory(DatabaseClient database, @Value("${linli.directory.consumer}") String consumer) {
        return new UnitEventsListener(consumer, new UnitCopies(database));
    }
}
