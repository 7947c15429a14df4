package org.linli.platform.command;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.platform.decision.RefusalReason;
import org.linli.platform.decision.RefusedException;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.idempotency.IdempotentCommands;
import org.linli.platform.problem.ProblemException;
import org.linli.platform.sample.SampleTest;
import org.linli.platform.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SampleTest
class CommandEndpointTest {

    private record Thing(String name, long version) {}

    private record ThingView(String name, long version) {
        static ThingView of(Thing thing) {
            return new ThingView(thing.name(), thing.version());
        }
    }

    private record TooLate() implements RefusalReason {}

    @Autowired
    CommandEndpoints commands;

    @Autowired
    DatabaseClient client;

    @Autowired
    TestDatabase database;

    private String name;
    private CommandKey key;
    private CommandEndpoint<Thing, ThingView> things;

    @BeforeEach
    void newThing() {
        name = "thing " + UUID.randomUUID();
        key = new CommandKey("caller", name, "POST /things");
        things = commands.of("The thing", ThingView.class, ThingView::of)
                .at("/things", ThingView::name)
                .versioned(ThingView::version);
    }

    @Test
    void what_is_created_is_answered_with_its_place_and_version() {
        ResponseEntity<ThingView> answer = answer(things.create(key, "body", this::written));
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(answer.getHeaders().getLocation()).hasToString("/things/" + name.replace(" ", "%20"));
        assertThat(answer.getHeaders().getETag()).isEqualTo("\"7\"");
        assertThat(answer.getBody()).isEqualTo(new ThingView(name, 7));
    }

    @Test
    void what_is_changed_is_answered_with_its_version_and_no_place() {
        ResponseEntity<ThingView> answer = answer(things.change(key, this::written));
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getHeaders().getLocation()).isNull();
        assertThat(answer.getHeaders().getETag()).isEqualTo("\"7\"");
    }

    @Test
    void the_same_key_again_runs_nothing_and_answers_the_same() {
        ResponseEntity<ThingView> first = answer(things.create(key, "body", this::written));
        ResponseEntity<ThingView> again = answer(things.create(key, "body", () -> Mono.error(new AssertionError())));
        assertThat(again.getBody()).isEqualTo(first.getBody());
        assertThat(again.getHeaders().getLocation())
                .isEqualTo(first.getHeaders().getLocation());
        assertThat(again.getHeaders().getFirst(IdempotentCommands.REPLAYED)).isEqualTo("true");
        assertThat(answer(things.answeredBefore(key, "body")).getBody()).isEqualTo(first.getBody());
    }

    @Test
    void what_is_not_found_is_called_by_its_name() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> answer(things.change(key, Mono::empty)))
                .satisfies(missing -> assertThat(missing.problem().title()).isEqualTo("The thing was not found"));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> answer(things.replace(Mono::empty)));
    }

    @Test
    void a_refusal_leaves_nothing_and_the_key_free() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> answer(things.create(
                        key, "body", () -> written().flatMap(done -> Mono.error(new TooLate().exception())))));
        assertThat(rows()).isZero();
        answer(things.create(key, "body", this::written));
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void a_refused_replacement_leaves_nothing() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() ->
                        answer(things.replace(() -> written().flatMap(done -> Mono.error(new TooLate().exception())))));
        assertThat(rows()).isZero();
        answer(things.replace(this::written));
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void what_is_tried_out_is_answered_and_not_kept() {
        assertThat(answer(things.tryOut(this::written)).getBody()).isEqualTo(new ThingView(name, 7));
        assertThat(rows()).isZero();
    }

    private Mono<Thing> written() {
        return client.sql("INSERT INTO note (unit, text, amount) VALUES ('440703006101', :name, 1)")
                .bind("name", name)
                .then()
                .thenReturn(new Thing(name, 7));
    }

    private long rows() {
        return database.number("SELECT count(*) FROM note WHERE text = '" + name + "'");
    }

    private static ResponseEntity<ThingView> answer(Mono<ResponseEntity<ThingView>> command) {
        return Objects.requireNonNull(command.block(Duration.ofSeconds(30)));
    }
}
