package org.linli.platform.outbox;

import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.platform.sample.SampleTest;
import org.linli.platform.testing.TestDatabase;
import org.linli.platform.testing.TestKafka;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import static org.assertj.core.api.Assertions.assertThat;

@SampleTest
class OutboxRelayTest {

    @Autowired
    TestDatabase server;

    @Autowired
    TestKafka kafka;

    private RelayFixture ground;

    @BeforeEach
    void prepare() throws Exception {
        ground = new RelayFixture(server, kafka);
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void brings_every_event_in_order_of_its_subject_and_once() {
        ground.append(5_000, 50);
        runUntilDone(ground.relay(200));
        assertThat(kafka.records(ground.topic)).hasSize(5_000);
        assertInOrder(ground.received(), 5_000);
    }

    @Test
    void an_event_that_commits_late_is_not_overtaken_by_its_successor() throws Exception {
        try (var slow = ground.database.connect()) {
            slow.setAutoCommit(false);
            ground.append(slow, "slow", 1);
            ground.append(4, 4);
            var once = new AtomicBoolean();
            Producer<String, byte[]> meddling = sending(record -> {
                if (once.compareAndSet(false, true)) {
                    commitAndFollowUp(slow);
                }
                return ground.producer.send(record);
            });
            runUntilDone(ground.relay(4, () -> meddling));
        }
        assertThat(ground.received().stream().filter(event -> event.startsWith("slow")))
                .containsExactly("slow 1", "slow 2");
    }

    @Test
    void nothing_of_a_subject_is_sent_after_what_failed() {
        ground.append(300, 3);
        var count = new AtomicInteger();
        var startedOver = new AtomicInteger();
        Producer<String, byte[]> failing = sending(record -> count.incrementAndGet() % 60 == 42
                ? CompletableFuture.failedFuture(new TimeoutException("no metadata yet"))
                : ground.producer.send(record));
        runUntilDone(ground.relay(100, () -> failing, startedOver::incrementAndGet));
        assertInOrder(ground.sent(), 300);
        assertThat(startedOver.get()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void begins_in_order_also_where_kafka_comes_up_after_the_relay() {
        ground.append(200, 4);
        var settings = new java.util.HashMap<String, Object>(ground.producerSettings());
        settings.put("max.block.ms", 200);
        settings.put("bootstrap.servers", "127.0.0.1:9");
        var away = new DefaultKafkaProducerFactory<>(settings, new StringSerializer(), new ByteArraySerializer());
        var tries = new AtomicInteger();
        OutboxRelay relay = ground.relay(
                50, () -> tries.get() < 3 ? away.createProducer() : ground.producer, tries::incrementAndGet);
        runUntilDone(relay);
        away.destroy();
        assertInOrder(ground.sent(), 200);
    }

    @Test
    void only_the_acknowledged_prefix_is_marked() {
        ground.append(10, 1);
        List<OutboxRow> rows = ground.store.read(List.of(), 10).block();
        var count = new AtomicInteger();
        BatchSender sender = ground.sender(
                () -> sending(record -> count.incrementAndGet() == 7
                        ? CompletableFuture.failedFuture(new IllegalStateException("no"))
                        : ground.producer.send(record)),
                () -> {});
        assertThat(sender.send(rows).awaitAcknowledgedPrefix())
                .containsExactlyElementsOf(
                        rows.subList(0, 6).stream().map(OutboxRow::id).toList());
        assertThat(count).hasValue(7);
    }

    @Test
    void goes_on_with_a_new_producer_when_the_factory_closed_the_old_one() {
        var factory = new DefaultKafkaProducerFactory<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
        OutboxRelay relay = ground.relay(100, factory::createProducer);
        relay.start();
        try {
            ground.append(200, 2);
            awaitDone();
            factory.reset();
            ground.database.execute("UPDATE outbox SET sent = false");
            awaitDone();
        } finally {
            relay.stop();
            factory.destroy();
        }
        assertThat(kafka.records(ground.topic)).hasSize(400);
        assertInOrder(ground.received(), 200);
    }

    @Test
    void of_two_relays_one_works_and_the_other_takes_over() {
        OutboxRelay first = ground.relay(100);
        OutboxRelay second = ground.relay(100);
        first.start();
        second.start();
        try {
            ground.append(2_000, 20);
            awaitDone();
            assertThat(kafka.records(ground.topic)).hasSize(2_000);
            first.stop();
            ground.database.execute("UPDATE outbox SET sent = false");
            awaitDone();
        } finally {
            first.stop();
            second.stop();
        }
        assertInOrder(ground.received(), 2_000);
    }

    @Test
    void a_relay_that_lost_its_turn_marks_nothing() {
        ground.append(10, 1);
        long old = ground.lease().take().block();
        ground.database.execute("UPDATE relay_lease SET held_until = '-infinity'");
        long fresh = ground.lease().take().block();
        List<Long> ids = ground.store.read(List.of(), 10).block().stream()
                .map(OutboxRow::id)
                .toList();
        assertThat(ground.lease().take().block()).isNull();
        assertThat(ground.store.mark(ids, old).block()).isZero();
        assertThat(ground.waiting()).isEqualTo(10);
        assertThat(ground.store.mark(ids, fresh).block()).isEqualTo(10);
    }

    @Test
    void what_was_sent_but_not_marked_at_a_crash_comes_again_in_order() {
        ground.append(1_000, 10);
        BatchSender sender = ground.sender(() -> ground.producer, () -> {});
        sender.send(ground.store.read(List.of(), 350).block()).awaitAcknowledgedPrefix();
        runUntilDone(ground.relay(100));
        assertThat(kafka.records(ground.topic)).hasSize(1_350);
        assertInOrder(ground.received(), 1_000);
    }

    private void runUntilDone(OutboxRelay relay) {
        relay.start();
        try {
            awaitDone();
        } finally {
            relay.stop();
        }
    }

    private void awaitDone() {
        Awaitility.await("the outbox to be empty")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> ground.waiting() == 0);
    }

    private void commitAndFollowUp(java.sql.Connection slow) {
        try {
            slow.commit();
            ground.append(slow, "slow", 2);
            slow.commit();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertInOrder(List<String> received, int events) {
        assertThat(received).hasSize(events);
        var last = new HashMap<String, Long>();
        for (String event : received) {
            String[] parts = event.split(" ");
            long sequence = Long.parseLong(parts[1]);
            assertThat(sequence).as(event).isEqualTo(last.getOrDefault(parts[0], 0L) + 1);
            last.put(parts[0], sequence);
        }
    }

    /** The real producer, but for how a record is sent. */
    @SuppressWarnings("unchecked")
    private Producer<String, byte[]> sending(Function<ProducerRecord<String, byte[]>, Future<RecordMetadata>> how) {
        return (Producer<String, byte[]>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Producer.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("send")) {
                        var sent = how.apply((ProducerRecord<String, byte[]>) arguments[0]);
                        if (sent.state() == Future.State.FAILED) {
                            ((Callback) arguments[1])
                                    .onCompletion(null, new IllegalStateException(sent.exceptionNow()));
                        }
                        return sent;
                    }
                    try {
                        return method.invoke(ground.producer, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
