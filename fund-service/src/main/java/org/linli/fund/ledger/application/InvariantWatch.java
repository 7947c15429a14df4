package org.linli.fund.ledger.application;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.linli.fund.ledger.Invariant;
import org.linli.platform.unit.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import java.util.Locale;
import java.util.Map;

/**
 * Checks the invariants of the whole ledger in production, again and again: as health of the part {@code ledger}, as
 * metric {@code linli.fund.invariant.violations} and in the log. A broken one does not take the service out of
 * readiness: people must be able to look.
 */
@Component("ledger")
class InvariantWatch implements HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(InvariantWatch.class);

    private final Invariants invariants;
    private volatile Map<Invariant, Long> last = Map.of();

    InvariantWatch(Invariants invariants, MeterRegistry metrics) {
        this.invariants = invariants;
        for (Invariant invariant : Invariant.values()) {
            Gauge.builder("linli.fund.invariant.violations", () -> last.getOrDefault(invariant, 0L))
                    .description("How often an invariant of the ledger was broken when it was checked last")
                    .tag("invariant", invariant.name().toLowerCase(Locale.ROOT))
                    .register(metrics);
        }
    }

    @Scheduled(
            initialDelayString = "${linli.fund.invariants.first:60s}",
            fixedDelayString = "${linli.fund.invariants.every:1h}")
    Mono<Void> check() {
        return invariants
                .violations(Scope.everywhere())
                .doOnNext(this::keep)
                .doOnError(failure -> log.warn("The ledger's invariants could not be checked: {}", failure.toString()))
                .onErrorComplete()
                .then();
    }

    private void keep(Map<Invariant, Long> found) {
        last = found;
        if (isBroken()) {
            log.error("The ledger's invariants are broken: {}", found);
        }
    }

    private boolean isBroken() {
        return last.values().stream().anyMatch(violations -> violations > 0);
    }

    @Override
    public Health health() {
        Map<Invariant, Long> seen = last;
        Health.Builder health = isBroken() ? Health.down() : Health.up();
        seen.forEach((invariant, violations) -> health.withDetail(invariant.name(), violations));
        return health.build();
    }
}
