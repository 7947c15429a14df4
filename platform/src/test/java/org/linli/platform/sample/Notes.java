package org.linli.platform.sample;

import org.linli.platform.correlation.Correlation;
import org.linli.platform.event.OutgoingEvent;
import org.linli.platform.money.Yuan;
import org.linli.platform.outbox.Outbox;
import org.linli.platform.sample.NoteController.BatchView;
import org.linli.platform.sample.NoteController.NoteRequest;
import org.linli.platform.sample.NoteController.NoteView;
import org.linli.platform.security.Actor;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes notes inside the caller's transaction, each with its event. */
@Component
public class Notes {

    public static final String TOPIC = "linli.sample.note";

    private static final Logger log = LoggerFactory.getLogger(Notes.class);

    private final DatabaseClient database;
    private final Outbox outbox;

    Notes(DatabaseClient database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    Mono<List<NoteView>> of(UnitCode unit) {
        return within(Scope.of(unit.value()));
    }

    Mono<List<NoteView>> within(Scope scope) {
        return database.sql(
                        "SELECT unit, text, amount FROM note WHERE unit LIKE ANY(:scope) ORDER BY id DESC LIMIT 500")
                .bind("scope", scope.likePatterns())
                .map(row -> new NoteView(
                        Objects.requireNonNull(row.get(0, String.class)),
                        Objects.requireNonNull(row.get(1, String.class)),
                        Yuan.ofFen(Objects.requireNonNull(row.get(2, Long.class)))))
                .all()
                .collectList();
    }

    public Mono<NoteView> write(UnitCode unit, NoteRequest note) {
        return database.sql("INSERT INTO note (unit, text, amount) VALUES (:unit, :text, :amount)")
                .bind("unit", unit.value())
                .bind("text", note.text())
                .bind("amount", Yuan.fen(note.amount()))
                .then()
                .then(nextSequence(unit))
                .flatMap(sequence -> outbox.append(List.of(new OutgoingEvent(
                        TOPIC,
                        "linli.sample.note.written.v1",
                        unit.value(),
                        unit.value(),
                        sequence,
                        Map.of("unit", unit.value(), "text", note.text(), "amount", note.amount())))))
                .then(Correlation.logged(() -> log.info("wrote a note")))
                .thenReturn(new NoteView(unit.value(), note.text(), note.amount()));
    }

    Mono<BatchView> writeAll(List<NoteRequest> requests, Actor actor) {
        return Flux.fromIterable(requests)
                .concatMap(request -> UnitCode.parse(request.unit())
                        .filter(code -> actor.scope().covers(code))
                        .map(code -> write(code, request).thenReturn("ACCEPTED"))
                        .orElse(Mono.just("REFUSED")))
                .collectList()
                .map(rows -> new BatchView(
                        (int) rows.stream().filter("ACCEPTED"::equals).count(),
                        (int) rows.stream().filter("REFUSED"::equals).count(),
                        rows));
    }

    private Mono<Long> nextSequence(UnitCode unit) {
        return database.sql("""
                        INSERT INTO note_count AS c (unit, notes) VALUES (:unit, 1)
                        ON CONFLICT (unit) DO UPDATE SET notes = c.notes + 1
                        RETURNING notes
                        """).bind("unit", unit.value()).mapValue(Long.class).one();
    }
}
