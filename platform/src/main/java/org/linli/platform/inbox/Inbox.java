package org.linli.platform.inbox;

import org.linli.platform.event.IncomingEvent;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Lets each event through to its effect once and in order: rows for the whole batch in one statement, the subjects'
 * sequences in another, both in the transaction of the effect. An event that would leave a gap is refused.
 */
final class Inbox {

    private static final String SEQUENCES = """
            SELECT s.topic, s.subject, s.sequence
            FROM unnest(:topics::text[], :subjects::text[]) AS asked (topic, subject)
            JOIN inbox_sequence s ON s.consumer = :consumer AND s.topic = asked.topic AND s.subject = asked.subject
            """;
    private static final String ADVANCE = """
            INSERT INTO inbox_sequence (consumer, topic, subject, sequence)
            SELECT :consumer, * FROM unnest(:topics::text[], :subjects::text[], :sequences::bigint[])
            ON CONFLICT (consumer, topic, subject) DO UPDATE SET sequence = excluded.sequence
            """;

    private final DatabaseClient database;
    private final Claims claims;
    private final EventConsumer consumer;

    Inbox(DatabaseClient database, EventConsumer consumer) {
        this.database = database;
        this.claims = new Claims(database);
        this.consumer = consumer;
    }

    /** @return what was refused, with the reason; everything else has taken effect, now or before */
    Mono<List<Refused>> receive(List<IncomingEvent> events) {
        return share().then(claim(events))
                .flatMap(claimed -> claimed.isEmpty() ? Mono.just(List.of()) : letThrough(fresh(events, claimed)));
    }

    /** A batch shares the consumer with other batches, never with a rebuild. */
    private Mono<Void> share() {
        return database.sql("SELECT pg_advisory_xact_lock_shared(hashtext(:consumer))")
                .bind("consumer", consumer.name())
                .then();
    }

    private Mono<Set<UUID>> claim(List<IncomingEvent> events) {
        return claims.claim(consumer.name(), events.stream().map(IncomingEvent::id));
    }

    /** The events claimed just now, as often as the batch holds them. */
    private static List<IncomingEvent> fresh(List<IncomingEvent> events, Set<UUID> claimed) {
        return events.stream().filter(event -> claimed.contains(event.id())).toList();
    }

    private Mono<List<Refused>> letThrough(List<IncomingEvent> fresh) {
        return sequences(fresh).flatMap(known -> {
            Sorted sorted = sort(fresh, known);
            return forget(sorted.refused())
                    .then(advance(sorted.advanced()))
                    .then(sorted.accepted().isEmpty() ? Mono.empty() : consumer.apply(sorted.accepted()))
                    .thenReturn(sorted.refused());
        });
    }

    private Mono<Map<Subject, Long>> sequences(List<IncomingEvent> fresh) {
        List<Subject> subjects = fresh.stream().map(Subject::of).distinct().toList();
        return database.sql(SEQUENCES)
                .bind("consumer", consumer.name())
                .bind("topics", subjects.stream().map(Subject::topic).toArray(String[]::new))
                .bind("subjects", subjects.stream().map(Subject::name).toArray(String[]::new))
                .map(row -> Map.entry(
                        new Subject(
                                Objects.requireNonNull(row.get(0, String.class)),
                                Objects.requireNonNull(row.get(1, String.class))),
                        Objects.requireNonNull(row.get(2, Long.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Of an event that the batch holds several times the copy that fits is taken: 5, 6, 7 of 6, 5, 6, 7 after 4. */
    static Sorted sort(List<IncomingEvent> fresh, Map<Subject, Long> known) {
        Map<Subject, Long> reached = new HashMap<>(known);
        Map<Subject, Long> advanced = new LinkedHashMap<>();
        Map<UUID, IncomingEvent> accepted = new LinkedHashMap<>();
        Map<UUID, Refused> refused = new LinkedHashMap<>();
        for (IncomingEvent event : fresh) {
            Subject subject = Subject.of(event);
            long next = reached.getOrDefault(subject, 0L) + 1;
            if (event.sequence() == next && !accepted.containsKey(event.id())) {
                accepted.put(event.id(), event);
                reached.put(subject, next);
                advanced.put(subject, next);
            } else {
                refused.putIfAbsent(
                        event.id(),
                        new Refused(
                                event,
                                "sequence " + event.sequence() + " of " + subject.name() + " where " + next
                                        + " is due"));
            }
        }
        refused.keySet().removeAll(accepted.keySet());
        return new Sorted(List.copyOf(accepted.values()), List.copyOf(refused.values()), advanced);
    }

    /** A refused event has not been received: it may come again when what is missing has arrived. */
    private Mono<Void> forget(List<Refused> refused) {
        if (refused.isEmpty()) {
            return Mono.empty();
        }
        return database.sql("DELETE FROM inbox WHERE consumer = :consumer AND event_id = ANY(:ids::uuid[])")
                .bind("consumer", consumer.name())
                .bind("ids", refused.stream().map(event -> event.event().id()).toArray(UUID[]::new))
                .then();
    }

    private Mono<Void> advance(Map<Subject, Long> advanced) {
        if (advanced.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(ADVANCE)
                .bind("consumer", consumer.name())
                .bind("topics", advanced.keySet().stream().map(Subject::topic).toArray(String[]::new))
                .bind("subjects", advanced.keySet().stream().map(Subject::name).toArray(String[]::new))
                .bind("sequences", advanced.values().toArray(Long[]::new))
                .then();
    }

    /** Keeps all batches out until the transaction ends. */
    Mono<Void> alone() {
        return database.sql("SELECT pg_advisory_xact_lock(hashtext(:consumer))")
                .bind("consumer", consumer.name())
                .then();
    }

    /** Which of these have taken effect. */
    Mono<Set<UUID>> taken(List<UUID> events) {
        return database.sql("SELECT event_id FROM inbox WHERE consumer = :consumer AND event_id = ANY(:ids::uuid[])")
                .bind("consumer", consumer.name())
                .bind("ids", events.toArray(UUID[]::new))
                .mapValue(UUID.class)
                .all()
                .collect(Collectors.toSet());
    }

    /** The last sequence of each subject that has taken effect. */
    Mono<Map<Subject, Long>> reached() {
        return database.sql("SELECT topic, subject, sequence FROM inbox_sequence WHERE consumer = :consumer")
                .bind("consumer", consumer.name())
                .map(row -> Map.entry(
                        new Subject(
                                Objects.requireNonNull(row.get(0, String.class)),
                                Objects.requireNonNull(row.get(1, String.class))),
                        Objects.requireNonNull(row.get(2, Long.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** How many events have taken effect. */
    Mono<Long> count() {
        return database.sql("SELECT count(*) FROM inbox WHERE consumer = :consumer")
                .bind("consumer", consumer.name())
                .mapValue(Long.class)
                .one();
    }

    /** Forgets everything, for a rebuild. */
    Mono<Void> clear() {
        return alone().then(database.sql("DELETE FROM inbox WHERE consumer = :consumer")
                        .bind("consumer", consumer.name())
                        .then())
                .then(database.sql("DELETE FROM inbox_sequence WHERE consumer = :consumer")
                        .bind("consumer", consumer.name())
                        .then());
    }

    record Subject(String topic, String name) {
        static Subject of(IncomingEvent event) {
            return new Subject(event.topic(), event.subject());
        }
    }

    /** @param reason why it must not take effect now */
    record Refused(IncomingEvent event, String reason) {}

    record Sorted(List<IncomingEvent> accepted, List<Refused> refused, Map<Subject, Long> advanced) {}
}
