package org.linli.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.propagation.Propagator;
import org.linli.platform.database.LinliDatabaseAutoConfiguration;
import org.linli.platform.event.Topics;
import org.linli.platform.outbox.Outbox;
import org.linli.platform.outbox.OutboxAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A batch listener with an inbox for every {@link EventConsumer} of the service. */
@AutoConfiguration(
        after = {LinliDatabaseAutoConfiguration.class, KafkaAutoConfiguration.class, OutboxAutoConfiguration.class},
        afterName = {
            "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnBean({DatabaseClient.class, ConsumerFactory.class, EventConsumer.class, Outbox.class})
public class InboxAutoConfiguration {

    @Bean
    EventListeners eventListeners(
            List<EventConsumer> consumers,
            ConsumerFactory<String, byte[]> kafka,
            Outbox outbox,
            DatabaseClient database,
            TransactionalOperator transaction,
            ObjectProvider<Propagator> propagator,
            MeterRegistry metrics) {
        EventTraces traces = new EventTraces(propagator.getIfAvailable());
        DeadLetters deadLetters = new DeadLetters(database, outbox, metrics);
        return new EventListeners(
                kafka,
                consumers,
                consumer -> new BatchReceiver(
                        consumer, new Inbox(database, consumer), transaction, deadLetters, traces, metrics));
    }

    @Bean
    EventReplay eventReplay(
            List<EventConsumer> consumers,
            ConsumerFactory<String, byte[]> kafka,
            DatabaseClient database,
            TransactionalOperator transaction,
            ReactiveTransactionManager transactions) {
        return new EventReplay(consumers, inboxes(consumers, database), kafka, transaction, savepoint(transactions));
    }

    @Bean
    Redrive redrive(
            List<EventConsumer> consumers,
            ConsumerFactory<String, byte[]> kafka,
            DatabaseClient database,
            TransactionalOperator transaction,
            ReactiveTransactionManager transactions) {
        return new Redrive(
                consumers,
                inboxes(consumers, database),
                new DeadLetterTopics(kafka),
                transaction,
                savepoint(transactions));
    }

    private static List<Inbox> inboxes(List<EventConsumer> consumers, DatabaseClient database) {
        return consumers.stream().map(consumer -> new Inbox(database, consumer)).toList();
    }

    private static TransactionalOperator savepoint(ReactiveTransactionManager transactions) {
        return TransactionalOperator.create(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
    }

    /** A consumer may be up before the service that fills its topics. */
    @Bean
    KafkaAdmin.NewTopics consumedTopics(List<EventConsumer> consumers) {
        Set<String> topics = consumers.stream()
                .flatMap(consumer -> consumer.topics().stream())
                .collect(Collectors.toSet());
        return Topics.of(topics);
    }
}
