package org.linli.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.platform.event.IncomingEvent;
import org.linli.platform.sample.NoteReaders;
import org.linli.platform.sample.SampleTest;
import org.linli.platform.testing.TestDatabase;
import org.linli.platform.testing.TestEvent;
import org.linli.platform.testing.TestKafka;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;

@SampleTest
class InboxTest {

    private static final String TOPIC = NoteReaders.INBOUND;

    @Autowired
    TestDatabase database;

    @Autowired
    TestKafka kafka;

    @Autowired
    @Qualifier("inboundReader")
    NoteReaders.Reader reader;

    @Autowired
    Redrive redrive;

    @Autowired
    MeterRegistry metrics;

    private String subject;

    @BeforeEach
    void newSubject() {
        subject = UUID.randomUUID().toString();
        kafka.topic(TOPIC);
        kafka.topic(TOPIC + ".dead");
    }

    @Test
    void events_take_effect_once_and_in_order_however_often_they_come() {
        List<TestEvent> events =
                LongStream.rangeClosed(1, 700).mapToObj(n -> event(n, "{}")).toList();
        kafka.publish(events.subList(0, 400));
        kafka.publish(events.subList(100, 700));
        kafka.publish(events);
        awaitGiven(700);
        publishMarkerAndWait();
        assertThat(given())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 700).boxed().toList());
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void dead_letters_are_counted_from_zero_for_each_consumer_before_there_is_one() {
        assertThat(metrics.get("linli.inbox.dead").counters().stream()
                        .map(counter -> counter.getId().getTag("consumer")))
                .containsExactlyInAnyOrderElementsOf(redrive.consumers());
    }

    @Test
    void redelivery_of_the_whole_topic_changes_nothing() {
        kafka.publish(
                LongStream.rangeClosed(1, 20).mapToObj(n -> event(n, "{}")).toList());
        awaitGiven(20);
        long before = database.number("SELECT count(*) FROM given");
        kafka.send(kafka.records(TOPIC).stream()
                .map(record -> new org.apache.kafka.clients.producer.ProducerRecord<>(
                        TOPIC, null, record.key(), record.value(), record.headers()))
                .toList());
        publishMarkerAndWait();
        assertThat(database.number("SELECT count(*) FROM given")).isEqualTo(before + 1);
    }

    @Test
    void a_gap_is_refused_and_closed_when_the_missing_event_comes() {
        TestEvent third = event(3, "{}");
        kafka.publish(List.of(event(1, "{}"), third));
        awaitDead(1);
        assertThat(reason(deadLetters().getFirst())).contains("sequence 3", "where 2 is due");
        kafka.publish(List.of(event(2, "{}"), third));
        awaitGiven(3);
        assertThat(given()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void of_an_event_that_comes_too_early_and_again_the_copy_that_fits_is_taken() {
        kafka.publish(LongStream.rangeClosed(1, 4).mapToObj(n -> event(n, "{}")).toList());
        awaitGiven(4);
        TestEvent sixth = event(6, "{}");
        kafka.publish(List.of(sixth, event(5, "{}"), sixth, event(7, "{}")));
        awaitGiven(7);
        assertThat(given()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(waiting()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'6,5,6,7', '5,6,7', ''", "'5,5,6,7', '5,6,7', ''", "'7,6,5', '5', '7,6'", "'7,6,7,5,6,7', '5,6,7', ''"
    })
    void a_batch_lets_through_what_fits(String positions, String taken, String refused) {
        Map<Integer, IncomingEvent> events = new HashMap<>();
        List<IncomingEvent> batch = Arrays.stream(positions.split(","))
                .map(Integer::valueOf)
                .map(n -> events.computeIfAbsent(n, this::incoming))
                .toList();
        Inbox.Sorted sorted = Inbox.sort(batch, Map.of(new Inbox.Subject(TOPIC, subject), 4L));
        assertThat(sorted.accepted().stream().map(e -> "" + e.sequence()).collect(Collectors.joining(",")))
                .isEqualTo(taken);
        assertThat(sorted.refused().stream().map(r -> "" + r.event().sequence()).collect(Collectors.joining(",")))
                .isEqualTo(refused);
    }

    private IncomingEvent incoming(int sequence) {
        return new IncomingEvent(
                UUID.randomUUID(), TOPIC, "t", subject, subject, sequence, Instant.EPOCH, null, new byte[0]);
    }

    @Test
    void an_unreadable_record_is_dead_lettered_once_though_its_batch_is_tried_several_times() {
        reader.troubles().set(3);
        kafka.send(List.of(
                event(1, "{}").record(Map.of("ce_subject", subject, "ce_id", "not a uuid")),
                event(1, "{\"trouble\":true}").record()));
        awaitGiven(1);
        awaitDead(1);
        publishMarkerAndWait();
        assertThat(deadLetters()).hasSize(1);
        assertThat(reason(deadLetters().getFirst())).contains("ce_id");
    }

    @Test
    void another_event_with_a_sequence_already_seen_is_refused() {
        kafka.publish(List.of(event(1, "{}"), event(1, "{\"forged\":true}")));
        awaitDead(1);
        assertThat(given()).containsExactly(1L);
    }

    @Test
    void poison_goes_to_the_dead_letters_and_the_rest_goes_on() {
        String other = UUID.randomUUID().toString();
        var events = new ArrayList<TestEvent>();
        for (long n = 1; n <= 50; n++) {
            events.add(event(n, n == 50 ? "{\"poison\":true}" : "{}"));
            events.add(TestEvent.of(TOPIC, "t", other, "k", n, Map.of("n", n)));
        }
        kafka.publish(events);
        awaitDead(1);
        awaitGiven(49);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> count(other) == 50);
        ConsumerRecord<String, byte[]> letter = deadLetters().getFirst();
        assertThat(reason(letter)).isEqualTo("it says poison");
        assertThat(header(letter, "linli-consumer")).isEqualTo("sample.inbound");
        assertThat(header(letter, "ce_sequence")).isEqualTo("50");
        assertThat(new String(letter.value(), StandardCharsets.UTF_8)).isEqualTo("{\"poison\":true}");
    }

    @Test
    void what_no_column_takes_is_poison_too() {
        kafka.publish(List.of(event(1, "{\"unstorable\":true}")));
        awaitDead(1);
        assertThat(given()).isEmpty();
    }

    @Test
    void a_record_that_is_no_event_goes_to_the_dead_letters() {
        kafka.send(List.of(
                event(1, "{}").record(Map.of("ce_subject", subject, "ce_id", "not a uuid")),
                event(1, "{}").record(Map.of("ce_subject", subject))));
        awaitDead(2);
        kafka.publish(List.of(event(1, "{}")));
        awaitGiven(1);
    }

    @Test
    void an_oversized_record_holds_nothing_up() {
        String large = "{\"text\":\"" + "x".repeat(8_380_000) + "\"}";
        String largePoison = "{\"poison\":\"" + "x".repeat(8_380_000) + "\"}";
        kafka.publish(List.of(event(1, large), event(2, largePoison)));
        kafka.publish(List.of(TestEvent.of(TOPIC, "t", subject + "-after", subject, 1, Map.of())));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> count(subject + "-after") == 1);
        assertThat(given()).containsExactly(1L);
        awaitDead(1);
    }

    @Test
    void trouble_in_passing_is_tried_again_until_it_passes() {
        reader.troubles().set(2);
        kafka.publish(List.of(event(1, "{\"trouble\":true}"), event(2, "{}")));
        awaitGiven(2);
        assertThat(given()).containsExactly(1L, 2L);
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void dead_letters_are_taken_in_order_and_once_when_their_cause_is_mended() {
        kafka.publish(List.of(event(1, "{}"), event(2, "{\"poison\":true}"), event(3, "{}"), event(4, "{}")));
        awaitDead(3);
        assertThat(waiting()).extracting(DeadLetter::sequence).containsExactlyInAnyOrder(2L, 3L, 4L);
        Redrive.Redriven unmended = again();
        assertThat(unmended.taken()).isZero();
        assertThat(unmended.left()).extracting(DeadLetter::sequence).containsExactly(2L, 3L, 4L);
        assertThat(unmended.left().getFirst().reason()).isEqualTo("it says poison");
        reader.mended().set(true);
        try {
            assertThat(again().taken()).isEqualTo(3);
            assertThat(again()).isEqualTo(new Redrive.Redriven(0, List.of()));
        } finally {
            reader.mended().set(false);
        }
        kafka.publish(List.of(event(5, "{}")));
        awaitGiven(5);
        assertThat(given()).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(waiting()).isEmpty();
    }

    private Redrive.Redriven again() {
        return redrive.again("sample.inbound", subject).block(Duration.ofSeconds(30));
    }

    private List<DeadLetter> waiting() {
        return redrive.waiting().block(Duration.ofSeconds(30)).stream()
                .filter(letter -> subject.equals(letter.subject()))
                .toList();
    }

    private TestEvent event(long sequence, String json) {
        return TestEvent.of(
                TOPIC, "linli.sample.inbound.v1", subject, subject, sequence, json.getBytes(StandardCharsets.UTF_8));
    }

    /** One event to each partition, so that everything before them has been taken when they have. */
    private void publishMarkerAndWait() {
        String marker = "marker-" + UUID.randomUUID();
        kafka.publish(List.of(TestEvent.of(TOPIC, "t", marker, subject, 1, Map.of())));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> count(marker) == 1);
    }

    private void awaitGiven(long events) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> count(subject) == events);
    }

    private void awaitDead(int letters) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> deadLetters().size() == letters);
    }

    private long count(String of) {
        return database.number(
                "SELECT count(*) FROM given WHERE consumer = 'sample.inbound' AND subject = '" + of + "'");
    }

    private List<Long> given() {
        return database.numbers("SELECT sequence FROM given WHERE consumer = 'sample.inbound' AND subject = '" + subject
                + "' ORDER BY position");
    }

    private List<ConsumerRecord<String, byte[]>> deadLetters() {
        return kafka.records(TOPIC + ".dead").stream()
                .filter(letter -> subject.equals(header(letter, "ce_subject")))
                .toList();
    }

    private static String reason(ConsumerRecord<String, byte[]> letter) {
        return header(letter, "linli-reason");
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
