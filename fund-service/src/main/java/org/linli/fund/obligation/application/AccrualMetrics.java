package org.linli.fund.obligation.application;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.linli.fund.obligation.Accruals;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Statements counted, and how long after their acceptance. */
@Component
class AccrualMetrics {

    private final Counter accrued;
    private final Counter stale;
    private final Timer lag;
    private final Clock clock;

    AccrualMetrics(MeterRegistry metrics, Clock clock) {
        this.accrued = metrics.counter("linli.fund.statements", "outcome", "accrued");
        this.stale = metrics.counter("linli.fund.statements", "outcome", "stale");
        this.lag = Timer.builder("linli.fund.lag")
                .description("From a statement's acceptance to its obligation")
                .register(metrics);
        this.clock = clock;
    }

    void count(Accruals accruals) {
        Instant now = clock.instant();
        accrued.increment(accruals.accruals().size());
        stale.increment(accruals.stale().size());
        accruals.accruals()
                .forEach(accrual ->
                        lag.record(Duration.between(accrual.statement().acceptedAt(), now)));
    }
}
