package org.linli.identity;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

class ExpiringIdsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(12));

    private final ExpiringIds ids = new ExpiringIds(5, 2);

    @Test
    void drops_what_is_over_with_the_next_one() {
        ids.put("short", "a", NOW.plusSeconds(300), NOW);
        ids.put("long", "a", LATER, NOW);

        assertThat(ids.put("next", "b", LATER, NOW.plusSeconds(300))).containsExactly("short");
        assertThat(ids.of("a")).containsExactly("long");
        assertThat(ids.sessionOf("short")).isNull();
    }

    @Test
    void drops_the_longest_unused_of_a_session_that_has_too_many() {
        ids.put("other", "b", LATER, NOW);
        ids.put("first", "a", LATER, NOW);
        ids.put("second", "a", LATER, NOW);
        assertThat(ids.put("first", "a", LATER, NOW)).isEmpty();

        assertThat(ids.put("third", "a", LATER, NOW)).containsExactly("second");
        assertThat(ids.of("a")).containsExactly("first", "third");
        assertThat(ids.sessionOf("other")).isEqualTo("b");
    }

    @Test
    void holds_no_more_than_it_has_room_for_whoever_asks() {
        for (int at = 0; at < 1_000; at++) {
            ids.put("id" + at, "session" + at, LATER, NOW);
        }

        assertThat(ids.size()).isEqualTo(5);
        assertThat(ids.sessionOf("id999")).isEqualTo("session999");
        assertThat(ids.sessionOf("id994")).isNull();
    }
}
