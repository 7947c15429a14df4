package org.linli.processes;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressWatchTest {
    private long log;
    private Duration processor = Duration.ZERO;
    private long seconds;
    private final ProgressWatch watch =
            new ProgressWatch(() -> log, () -> processor, () -> TimeUnit.SECONDS.toNanos(seconds));

    @Test
    void a_log_that_grows_is_progress() {
        seconds = 40;
        log = 1;
        assertThat(watch.idle()).isZero();
        seconds = 70;
        assertThat(watch.idle()).hasSeconds(30);
        assertThat(watch.shown(watch.idle())).isEqualTo("no progress for 30 s");
    }

    @Test
    void processor_time_is_progress_also_when_it_comes_in_small_pieces_on_a_busy_machine() {
        for (int i = 0; i < 10; i++) {
            seconds += 10;
            processor = processor.plusMillis(300);
            assertThat(watch.idle()).isLessThanOrEqualTo(Duration.ofSeconds(40));
        }
        assertThat(watch.shown(Duration.ZERO)).isEqualTo("it uses the processor");
    }

    @Test
    void what_a_waiting_process_uses_is_none() {
        seconds = 60;
        processor = Duration.ofMillis(900);
        assertThat(watch.idle()).hasSeconds(60);
    }

    @Test
    void a_child_that_has_done_its_work_is_progress() {
        processor = Duration.ofSeconds(5);
        assertThat(watch.idle()).isZero();
        seconds = 50;
        processor = Duration.ofSeconds(2);
        assertThat(watch.idle()).isZero();
    }
}
