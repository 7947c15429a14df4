package org.linli.platform.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.linli.platform.database.LinliDatabaseAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.UUID;

/** Outbox and relay, for every service with a database and Kafka. */
@AutoConfiguration(
        after = {LinliDatabaseAutoConfiguration.class, KafkaAutoConfiguration.class},
        afterName = {
            "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnBean({DatabaseClient.class, ProducerFactory.class})
@EnableConfigurationProperties(OutboxProperties.class)
public class OutboxAutoConfiguration {

    @Bean
    Outbox outbox(DatabaseClient database, JsonMapper json, ObjectProvider<OutboxRelay> relay, MeterRegistry metrics) {
        return new R2dbcOutbox(database, json, wake(relay), metrics);
    }

    /** The relay is looked up once, at the first commit. */
    private static Runnable wake(ObjectProvider<OutboxRelay> relays) {
        var relay = SingletonSupplier.ofNullable(relays::getIfAvailable);
        return () -> {
            OutboxRelay there = relay.get();
            if (there != null) {
                there.wake();
            }
        };
    }

    /** The active part, switched off by {@code linli.outbox.relay=false}. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "linli.outbox.relay", matchIfMissing = true)
    @EnableScheduling
    static class Relay {

        @Bean
        OutboxRelay outboxRelay(
                DatabaseClient database,
                TransactionalOperator transaction,
                ProducerFactory<String, byte[]> producers,
                OutboxProperties properties,
                MeterRegistry metrics,
                @Value("${spring.application.name}") String service) {
            OutboxStore store = new OutboxStore(database, transaction);
            Gauge.builder("linli.outbox.oldest.wait", () -> store.oldestWait().block(Duration.ofSeconds(5)))
                    .description("How long the oldest unsent event has waited")
                    .baseUnit("seconds")
                    .register(metrics);
            RelayLease lease =
                    new RelayLease(database, transaction, UUID.randomUUID().toString(), properties.lease());
            BatchSender sender = new BatchSender(RelayProducer.beside(producers), "/linli/" + service, metrics);
            return new OutboxRelay(store, lease, sender, properties);
        }

        @Bean
        OutboxHousekeeping outboxHousekeeping(
                DatabaseClient database, TransactionalOperator transaction, OutboxProperties properties) {
            return new OutboxHousekeeping(database, transaction, properties);
        }
    }
}
