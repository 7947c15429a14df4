package org.linli.platform.inbox;

import org.linli.platform.event.IncomingEvent;
import org.linli.platform.inbox.DeadLetterTopics.Found;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Takes dead letters once more when the cause is mended: of each aggregate in the order of its sequence, so that gaps
 * close, and up to the first that still cannot be taken. The inbox lets nothing through twice, so it may be done as
 * often as one likes.
 */
public final class Redrive {

    private final Map<String, EventConsumer> consumers = new LinkedHashMap<>();
    private final Map<String, Inbox> inboxes = new LinkedHashMap<>();
    private final DeadLetterTopics letters;
    private final TransactionalOperator transaction;
    private final TransactionalOperator savepoint;

    Redrive(
            Collection<EventConsumer> consumers,
            Collection<Inbox> inboxes,
            DeadLetterTopics letters,
            TransactionalOperator transaction,
            TransactionalOperator savepoint) {
        var boxes = inboxes.iterator();
        for (EventConsumer consumer : consumers) {
            this.consumers.put(consumer.name(), consumer);
            this.inboxes.put(consumer.name(), boxes.next());
        }
        this.letters = letters;
        this.transaction = transaction;
        this.savepoint = savepoint;
    }

    /** @param taken how many took effect now; @param left what still cannot, with the reason of now */
    public record Redriven(int taken, List<DeadLetter> left) {}

    /** Names of the consumers in this process. */
    public Set<String> consumers() {
        return consumers.keySet();
    }

    /** What waits for somebody to mend its cause, the oldest first, of all consumers in this process. */
    public Mono<List<DeadLetter>> waiting() {
        return Flux.fromIterable(consumers.keySet())
                .concatMap(this::waiting)
                .flatMapIterable(found -> found)
                .map(Found::letter)
                .sort(Comparator.comparing(DeadLetter::at))
                .collectList();
    }

    /**
     * Tries again, in one transaction.
     *
     * @param subject the aggregate; empty for all of them
     */
    public Mono<Redriven> again(String consumer, String subject) {
        Inbox inbox = inboxes.get(consumer);
        if (inbox == null) {
            return Mono.error(new NoSuchElementException("no consumer is named " + consumer));
        }
        return inbox.alone()
                .then(waiting(consumer))
                .map(found -> bySubject(found, subject))
                .flatMap(subjects -> Flux.fromIterable(subjects)
                        .concatMap(found -> take(inbox, found, 0))
                        .collectList())
                .map(Redrive::sum)
                .as(transaction::transactional);
    }

    /** Each event once, as it was refused last, and those not taken in the meantime. */
    private Mono<List<Found>> waiting(String name) {
        return letters.of(Objects.requireNonNull(consumers.get(name))).flatMap(all -> {
            Map<Object, Found> latest = new LinkedHashMap<>();
            all.forEach(found -> latest.put(
                    found.event() == null
                            ? found.letter().position()
                            : found.event().id(),
                    found));
            return Objects.requireNonNull(inboxes.get(name))
                    .taken(ids(latest.values()))
                    .map(taken -> latest.values().stream()
                            .filter(found -> found.event() == null
                                    || !taken.contains(found.event().id()))
                            .toList());
        });
    }

    private static List<UUID> ids(Collection<Found> found) {
        return found.stream()
                .map(Found::event)
                .filter(Objects::nonNull)
                .map(IncomingEvent::id)
                .toList();
    }

    private static Collection<List<Found>> bySubject(List<Found> waiting, String subject) {
        return waiting.stream()
                .filter(found -> found.event() != null)
                .filter(found ->
                        subject.isEmpty() || subject.equals(found.letter().subject()))
                .sorted(Comparator.comparing(found -> event(found).sequence()))
                .collect(Collectors.groupingBy(
                        found -> Inbox.Subject.of(event(found)), LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /** From this one on; what comes after one that is refused would be refused for the gap. */
    private Mono<Redriven> take(Inbox inbox, List<Found> ordered, int next) {
        if (next == ordered.size()) {
            return Mono.just(new Redriven(next, List.of()));
        }
        return inbox.receive(List.of(event(ordered.get(next))))
                .as(savepoint::transactional)
                .map(refused -> refused.isEmpty() ? "" : refused.getFirst().reason())
                .onErrorResume(BatchReceiver::isForEver, failure -> Mono.just(String.valueOf(failure.getMessage())))
                .flatMap(reason -> reason.isEmpty()
                        ? take(inbox, ordered, next + 1)
                        : Mono.just(new Redriven(next, left(ordered, next, reason))));
    }

    private static List<DeadLetter> left(List<Found> ordered, int first, String reason) {
        List<DeadLetter> left = new ArrayList<>();
        left.add(ordered.get(first).letter().because(reason));
        ordered.subList(first + 1, ordered.size()).forEach(found -> left.add(found.letter()));
        return left;
    }

    private static Redriven sum(List<Redriven> each) {
        return new Redriven(
                each.stream().mapToInt(Redriven::taken).sum(),
                each.stream().flatMap(one -> one.left().stream()).toList());
    }

    private static IncomingEvent event(Found found) {
        return Objects.requireNonNull(found.event());
    }
}
