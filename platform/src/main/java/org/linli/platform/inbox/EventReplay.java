package org.linli.platform.inbox;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.linli.platform.event.CloudEvents;
import org.linli.platform.event.IncomingEvent;
import org.linli.platform.event.PoisonEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/**
 * Makes a consumer's state anew from its topics, in one transaction: readers see the old state until the new one is
 * whole, and a failure leaves the old one. Batches that arrive meanwhile wait.
 */
public final class EventReplay {

    private static final Logger log = LoggerFactory.getLogger(EventReplay.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, EventConsumer> consumers = new HashMap<>();
    private final Map<String, Inbox> inboxes = new HashMap<>();
    private final ConsumerFactory<String, byte[]> kafka;
    private final TransactionalOperator transaction;
    private final TransactionalOperator savepoint;

    EventReplay(
            Collection<EventConsumer> consumers,
            Collection<Inbox> inboxes,
            ConsumerFactory<String, byte[]> kafka,
            TransactionalOperator transaction,
            TransactionalOperator savepoint) {
        var boxes = inboxes.iterator();
        for (EventConsumer consumer : consumers) {
            this.consumers.put(consumer.name(), consumer);
            this.inboxes.put(consumer.name(), boxes.next());
        }
        this.kafka = kafka;
        this.transaction = transaction;
        this.savepoint = savepoint;
    }

    /**
     * Rebuilds a consumer's state from the first event to the last one there is: first as far as the state had come, so
     * that the check finds no difference in what is right and only not there yet, then on.
     *
     * @param consumer its name
     * @param clear removes the state, inside the transaction
     * @param check looks at the new state inside the transaction, before it becomes visible, when it has come as far as
     *     the old one; its result is given back
     * @return number of events read, of those that the old state had not taken, and the check's result
     */
    public <R> Mono<Rebuilt<R>> rebuild(String consumer, Mono<Void> clear, Mono<R> check) {
        EventConsumer state = consumers.get(consumer);
        Inbox inbox = inboxes.get(consumer);
        if (state == null || inbox == null) {
            return Mono.error(new NoSuchElementException("no consumer is named " + consumer));
        }
        return inbox.alone()
                .then(inbox.reached())
                .flatMap(reached -> inbox.clear()
                        .then(clear)
                        .then(pass(state, inbox, event -> isTaken(event, reached)))
                        .flatMap(first -> check.flatMap(result -> goOn(state, inbox, reached, first)
                                .map(last -> new Rebuilt<>(last.read(), last.taken() - first.taken(), result)))))
                .as(transaction::transactional);
    }

    private static boolean isTaken(IncomingEvent event, Map<Inbox.Subject, Long> reached) {
        return event.sequence() <= reached.getOrDefault(Inbox.Subject.of(event), 0L);
    }

    /** From where the old state had come to; read again, for there may be more of them than memory holds. */
    private Mono<Pass> goOn(EventConsumer state, Inbox inbox, Map<Inbox.Subject, Long> reached, Pass first) {
        return first.read() == first.received()
                ? Mono.just(first)
                : pass(state, inbox, event -> !isTaken(event, reached));
    }

    private Mono<Pass> pass(EventConsumer state, Inbox inbox, Predicate<IncomingEvent> wanted) {
        return events(state)
                .concatMap(batch -> receive(inbox, batch, wanted), 1)
                .reduce(new Pass(0, 0, 0), Pass::plus)
                .flatMap(pass -> inbox.count().map(taken -> new Pass(pass.read(), pass.received(), taken)));
    }

    private Mono<Pass> receive(Inbox inbox, List<IncomingEvent> batch, Predicate<IncomingEvent> wanted) {
        List<IncomingEvent> chosen = batch.stream().filter(wanted).toList();
        Pass pass = new Pass(batch.size(), chosen.size(), 0);
        return chosen.isEmpty() ? Mono.just(pass) : receive(inbox, chosen).thenReturn(pass);
    }

    /** @param read from the topics; @param received of them; @param taken by the state at the end, dead letters left out */
    private record Pass(long read, long received, long taken) {
        Pass plus(Pass other) {
            return new Pass(read + other.read, received + other.received, other.taken);
        }
    }

    /**
     * What could not be taken then cannot be taken now either: it is in the dead letters already. A batch that holds
     * such an event is halved until the event is alone, in order.
     */
    private Mono<Void> receive(Inbox inbox, List<IncomingEvent> batch) {
        return inbox.receive(batch)
                .as(savepoint::transactional)
                .then()
                .onErrorResume(BatchReceiver::isForEver, failure -> {
                    if (batch.size() == 1) {
                        log.warn("Rebuild passes over {}: {}", batch.getFirst().subject(), failure.getMessage());
                        return Mono.empty();
                    }
                    int half = batch.size() / 2;
                    return receive(inbox, batch.subList(0, half))
                            .then(Mono.defer(() -> receive(inbox, batch.subList(half, batch.size()))));
                });
    }

    private Flux<List<IncomingEvent>> events(EventConsumer state) {
        return Flux.using(() -> open(state), this::batches, Reading::close).subscribeOn(Schedulers.boundedElastic());
    }

    private Reading open(EventConsumer state) {
        Consumer<String, byte[]> consumer = kafka.createConsumer(state.name() + ".rebuild", "");
        List<TopicPartition> partitions = state.topics().stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new Reading(consumer, consumer.endOffsets(partitions));
    }

    private Flux<List<IncomingEvent>> batches(Reading reading) {
        return Flux.<List<IncomingEvent>>generate(sink -> {
                    if (reading.isAtEnd()) {
                        sink.complete();
                    } else {
                        sink.next(reading.next());
                    }
                })
                .filter(batch -> !batch.isEmpty());
    }

    /** @param events read from the topics; @param notYetTaken by the state before; @param result of the check */
    public record Rebuilt<R>(long events, long notYetTaken, R result) {}

    private record Reading(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {

        boolean isAtEnd() {
            return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        }

        List<IncomingEvent> next() {
            List<IncomingEvent> events = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                try {
                    events.add(CloudEvents.read(record));
                } catch (PoisonEvent unreadable) {
                    log.warn("Rebuild passes over {}@{}: {}", record.topic(), record.offset(), unreadable.getMessage());
                }
            }
            return events;
        }

        void close() {
            consumer.close();
        }
    }
}
