package org.linli.local.suite;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class RestartsTest {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00.123Z");

    @TempDir
    Path directory;

    private static Restarts times(int ends) {
        return new Restarts(IntStream.range(0, ends)
                .mapToObj(i -> NOON.minusSeconds(ends - 1 - i))
                .toList());
    }

    @Test
    void the_first_end_is_answered_at_once_and_each_further_one_after_twice_the_pause_up_to_half_a_minute() {
        assertThat(IntStream.rangeClosed(1, 9)
                        .mapToObj(n -> times(n).pause(NOON).toSeconds()))
                .containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
    }

    @Test
    void ends_of_long_ago_slow_nothing_down() {
        Restarts restarts =
                new Restarts(List.of(NOON.minus(Duration.ofHours(2)), NOON.minus(Duration.ofMinutes(6)), NOON));
        assertThat(restarts.pause(NOON)).isZero();
        assertThat(restarts.keepsEnding(NOON)).isFalse();
        assertThat(restarts.shown(NOON))
                .hasValue("ended by itself and was started again 3×, last at 2026-11-28T12:00:00Z");
    }

    @Test
    void four_times_in_five_minutes_is_said_in_capitals() {
        assertThat(times(3).keepsEnding(NOON)).isFalse();
        assertThat(times(4).shown(NOON)).hasValue("KEEPS ENDING: 4 times in 5 minutes, last at 2026-11-28T12:00:00Z");
        assertThat(times(0).shown(NOON)).isEmpty();
    }

    @Test
    void the_next_supervisor_knows_what_the_last_one_saw() throws Exception {
        Path file = directory.resolve("restarts");
        assertThat(Restarts.read(file).ends()).isEmpty();
        Restarts.add(file, NOON);
        assertThat(Restarts.add(file, NOON.plusSeconds(1)).ends()).containsExactly(NOON, NOON.plusSeconds(1));
        Files.writeString(file, "torn");
        assertThat(Restarts.read(file).ends()).isEmpty();
    }
}
