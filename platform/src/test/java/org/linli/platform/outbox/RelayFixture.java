package org.linli.platform.outbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.linli.platform.testing.TestDatabase;
import org.linli.platform.testing.TestKafka;
import org.linli.platform.uncancelled.UncancelledTransactions;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A database and a topic of one test's own, on which relays can be set up and torn down at will. */
final class RelayFixture implements AutoCloseable {

    private static final AtomicInteger GROUNDS = new AtomicInteger();

    final TestDatabase database;
    final TestKafka kafka;
    final String topic;
    final DatabaseClient client;
    final TransactionalOperator transaction;
    final OutboxStore store;
    final Producer<String, byte[]> producer;

    RelayFixture(TestDatabase server, TestKafka kafka) throws SQLException {
        String name = "relay_" + GROUNDS.incrementAndGet();
        server.execute("CREATE DATABASE " + name);
        this.database = new TestDatabase(
                server.host(),
                server.port(),
                name,
                server.user(),
                server.password(),
                new TestDatabase.Login(server.user(), server.password()));
        this.kafka = kafka;
        this.topic = "linli.test." + name;
        try (var connection = database.connect()) {
            ScriptUtils.executeSqlScript(
                    connection, new ClassPathResource("db/platform/V1__outbox_inbox_idempotency.sql"));
        }
        kafka.topic(topic);
        ConnectionFactory factory = ConnectionFactories.get(database.r2dbcOptions());
        this.client = DatabaseClient.create(factory);
        this.transaction = new UncancelledTransactions(new R2dbcTransactionManager(factory));
        this.store = new OutboxStore(client, transaction);
        this.producer = new KafkaProducer<>(producerSettings(), new StringSerializer(), new ByteArraySerializer());
    }

    Map<String, Object> producerSettings() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers(), "enable.idempotence", "true", "linger.ms", "2");
    }

    static OutboxProperties properties(int batch) {
        return new OutboxProperties(
                true, batch, Duration.ofMillis(20), Duration.ofSeconds(10), 1_000_000, Duration.ofDays(7));
    }

    OutboxRelay relay(int batch) {
        return relay(batch, () -> producer);
    }

    OutboxRelay relay(int batch, Supplier<Producer<String, byte[]>> over) {
        return relay(batch, over, () -> {});
    }

    OutboxRelay relay(int batch, Supplier<Producer<String, byte[]>> over, Runnable close) {
        return new OutboxRelay(store, lease(), sender(over, close), properties(batch));
    }

    BatchSender sender(Supplier<Producer<String, byte[]>> over, Runnable close) {
        return new BatchSender(new RelayProducer(over, close), "/linli/test", new SimpleMeterRegistry());
    }

    RelayLease lease() {
        return new RelayLease(client, transaction, UUID.randomUUID().toString(), Duration.ofSeconds(10));
    }

    /** Appends events one by one over the subjects in turn, each subject's sequence from 1. */
    void append(int events, int subjects) {
        database.execute("""
                INSERT INTO outbox (event_id, topic, type, subject, key, sequence, data)
                SELECT gen_random_uuid(), '%s', 't', 's' || i %% %d, 'k' || i %% %d, i / %d + 1, '{"n":' || i || '}'
                  FROM generate_series(0, %d) AS i
                """.formatted(topic, subjects, subjects, subjects, events - 1));
    }

    void append(Connection connection, String subject, long sequence) throws SQLException {
        try (var statement = connection.prepareStatement(
                "INSERT INTO outbox (event_id, topic, type, subject, key, sequence, data) VALUES (gen_random_uuid(), ?, 't', ?, ?, ?, '{}')")) {
            statement.setString(1, topic);
            statement.setString(2, subject);
            statement.setString(3, subject);
            statement.setLong(4, sequence);
            statement.executeUpdate();
        }
    }

    long waiting() {
        return database.number("SELECT count(*) FROM outbox WHERE NOT sent");
    }

    /** Everything in the topic: subject and sequence, in its order. */
    List<String> sent() {
        return kafka.records(topic).stream()
                .map(record -> header(record, "ce_subject") + " " + header(record, "ce_sequence"))
                .toList();
    }

    /** What a consumer that drops repetitions sees: subject and sequence, in the topic's order. */
    List<String> received() {
        var seen = new java.util.HashSet<String>();
        return kafka.records(topic).stream()
                .filter(record -> seen.add(header(record, "ce_id")))
                .map(record -> header(record, "ce_subject") + " " + header(record, "ce_sequence"))
                .toList();
    }

    static String header(org.apache.kafka.clients.consumer.ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
