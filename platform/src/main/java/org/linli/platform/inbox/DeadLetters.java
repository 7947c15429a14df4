package org.linli.platform.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.linli.platform.event.OutgoingEvent;
import org.linli.platform.event.Topics;
import org.linli.platform.outbox.Outbox;
import org.linli.platform.outbox.RawRecord;
import org.linli.platform.outbox.RawRecord.RawHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Where a record goes that a consumer cannot or must not take: {@code <topic>.dead}, unchanged, with the consumer and
 * the reason in its headers. It leaves through the outbox, in the transaction in which the rest of its batch takes
 * effect, and once: its place in the topic is remembered.
 */
final class DeadLetters {

    static final String REASON = "linli-reason";
    static final String CONSUMER = "linli-consumer";

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final int LONGEST_REASON = 2000;

    private final Claims claims;
    private final Outbox outbox;
    private final MeterRegistry metrics;

    DeadLetters(DatabaseClient database, Outbox outbox, MeterRegistry metrics) {
        this.claims = new Claims(database);
        this.outbox = outbox;
        this.metrics = metrics;
    }

    /** @param reason why the record is not taken */
    record Letter(ConsumerRecord<String, byte[]> record, String reason) {

        UUID place() {
            return UUID.nameUUIDFromBytes(
                    (record.topic() + '-' + record.partition() + '@' + record.offset()).getBytes(UTF_8));
        }
    }

    /** Counted from zero on: a rise from nothing would be no rise to who watches. */
    void count(String consumer) {
        counter(consumer);
    }

    private Counter counter(String consumer) {
        return metrics.counter("linli.inbox.dead", "consumer", consumer);
    }

    /** Inside the transaction of what was taken. */
    Mono<Void> append(String consumer, List<Letter> letters) {
        return letters.isEmpty()
                ? Mono.empty()
                : claim(consumer, letters)
                        .map(claimed -> letters.stream()
                                .filter(letter -> claimed.contains(letter.place()))
                                .toList())
                        .doOnNext(written -> written.forEach(letter -> tell(consumer, letter)))
                        .flatMap(written -> outbox.append(written.stream()
                                .map(letter -> outgoing(consumer, letter))
                                .toList()));
    }

    private Mono<Set<UUID>> claim(String consumer, List<Letter> letters) {
        return claims.claim(consumer + Topics.DEAD, letters.stream().map(Letter::place));
    }

    private void tell(String consumer, Letter letter) {
        log.error(
                "{} puts {}-{}@{} to the dead letters: {}",
                consumer,
                letter.record().topic(),
                letter.record().partition(),
                letter.record().offset(),
                shortened(letter.reason()));
        counter(consumer).increment();
    }

    private static OutgoingEvent outgoing(String consumer, Letter letter) {
        ConsumerRecord<String, byte[]> record = letter.record();
        return new OutgoingEvent(
                record.topic() + Topics.DEAD,
                RawRecord.TYPE,
                record.topic() + '-' + record.partition(),
                Objects.requireNonNullElse(record.key(), ""),
                record.offset() + 1,
                explained(consumer, letter));
    }

    private static RawRecord explained(String consumer, Letter letter) {
        RawRecord raw = RawRecord.of(letter.record());
        Stream<RawHeader> kept = raw.headers().stream()
                .filter(header -> !Set.of(REASON, CONSUMER).contains(header.name()));
        Stream<RawHeader> added = Stream.of(
                new RawHeader(REASON, shortened(letter.reason()).getBytes(UTF_8)),
                new RawHeader(CONSUMER, consumer.getBytes(UTF_8)));
        return new RawRecord(raw.key(), raw.value(), Stream.concat(kept, added).toList());
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
