package org.linli.platform.inbox;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.linli.platform.event.CloudEvents;
import org.linli.platform.event.IncomingEvent;
import org.linli.platform.event.PoisonEvent;
import org.linli.platform.event.Topics;
import org.springframework.kafka.core.ConsumerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the topics of dead letters from their first to their last record; they are few, or something is very wrong. */
final class DeadLetterTopics {

    private static final Duration POLL = Duration.ofMillis(200);

    private final ConsumerFactory<String, byte[]> kafka;

    DeadLetterTopics(ConsumerFactory<String, byte[]> kafka) {
        this.kafka = kafka;
    }

    /** A letter with its event; none where the record cannot be read as one. */
    record Found(DeadLetter letter, @Nullable IncomingEvent event) {}

    /** All that this consumer ever refused, the oldest of each partition first. */
    Mono<List<Found>> of(EventConsumer consumer) {
        return Mono.fromCallable(() -> read(consumer)).subscribeOn(Schedulers.boundedElastic());
    }

    private List<Found> read(EventConsumer owner) {
        try (Consumer<String, byte[]> consumer = kafka.createConsumer(owner.name() + ".dead-letters", "")) {
            List<TopicPartition> partitions = owner.topics().stream()
                    .map(topic -> consumer.partitionsFor(topic + Topics.DEAD))
                    .filter(Objects::nonNull)
                    .flatMap(Collection<PartitionInfo>::stream)
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Found> found = new ArrayList<>();
            while (!isAtEnd(consumer, ends)) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    if (owner.name().equals(CloudEvents.text(record.headers(), DeadLetters.CONSUMER))) {
                        found.add(found(record));
                    }
                }
            }
            return found;
        }
    }

    private static boolean isAtEnd(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static Found found(ConsumerRecord<String, byte[]> record) {
        String topic = record.topic().substring(0, record.topic().length() - Topics.DEAD.length());
        IncomingEvent event = event(record, topic);
        DeadLetter letter = new DeadLetter(
                Objects.requireNonNull(CloudEvents.text(record.headers(), DeadLetters.CONSUMER)),
                topic,
                record.partition() + "@" + record.offset(),
                event == null ? null : event.id(),
                event == null ? null : event.type(),
                event == null ? null : event.subject(),
                event == null ? null : event.sequence(),
                record.key(),
                Objects.requireNonNullElse(CloudEvents.text(record.headers(), DeadLetters.REASON), ""),
                Instant.ofEpochMilli(record.timestamp()));
        return new Found(letter, event);
    }

    private static @Nullable IncomingEvent event(ConsumerRecord<String, byte[]> record, String topic) {
        try {
            return CloudEvents.read(record).from(topic);
        } catch (PoisonEvent unreadable) {
            return null;
        }
    }
}
