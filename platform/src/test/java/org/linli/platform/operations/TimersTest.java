package org.linli.platform.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import org.junit.jupiter.api.Test;
import org.linli.platform.sample.SampleTest;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

@SampleTest
class TimersTest {

    @Autowired
    MeterRegistry metrics;

    @Test
    void timers_of_our_own_count_in_buckets_that_add_up_over_instances() {
        var timer = metrics.timer("linli.sample.time");
        timer.record(Duration.ofMillis(300));
        var snapshot = timer.takeSnapshot();

        assertThat(snapshot.percentileValues()).isEmpty();
        assertThat(Arrays.stream(snapshot.histogramCounts())
                        .filter(bucket -> bucket.bucket(TimeUnit.MILLISECONDS) >= 500)
                        .map(CountAtBucket::count))
                .isNotEmpty()
                .containsOnly(1.0);
        assertThat(Arrays.stream(snapshot.histogramCounts())
                        .filter(bucket -> bucket.bucket(TimeUnit.MILLISECONDS) <= 250)
                        .map(CountAtBucket::count))
                .isNotEmpty()
                .containsOnly(0.0);
    }
}
