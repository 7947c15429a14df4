package org.linli.platform.history;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.platform.sample.SampleTest;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

@SampleTest
class HistoryTest {

    private static final Instant NOW = Instant.parse("2026-10-01T08:00:00Z");
    private static final UnitCode BRANCH = UnitCode.of("440703006107");
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    DatabaseClient database;

    @Autowired
    TransactionalOperator transaction;

    private final UUID note = UUID.randomUUID();
    private History history;

    @BeforeEach
    void aNoteWithTwoSteps() {
        history = new History(database, Clock.fixed(NOW, ZoneOffset.UTC), "note_history");
        history.add(note, BRANCH, "WRITTEN", "clerk", null)
                .then(history.add(note, BRANCH, "DROPPED", "head", "twice"))
                .as(transaction::transactional)
                .block(SOON);
    }

    @Test
    void tells_the_steps_of_a_thing_in_their_order() {
        assertThat(history.of(Scope.of("440703006"), note).block(SOON))
                .isEqualTo(List.of(
                        new HistoryStep("WRITTEN", "clerk", NOW, null),
                        new HistoryStep("DROPPED", "head", NOW, "twice")));
    }

    @Test
    void tells_nothing_of_another_units_things() {
        assertThat(history.of(Scope.of("440703007"), note).block(SOON)).isEmpty();
    }
}
