package org.linli.partner.trial.application;

import org.linli.partner.trial.ThresholdRule;
import org.linli.partner.trial.Thresholds;
import org.linli.partner.trial.store.TrialThresholds;
import org.linli.platform.problem.Problem;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** What trials must show in a unit: what holds, and to set it anew. */
@Service
public class SetThresholds {

    private final TrialThresholds rules;
    private final Clock clock;

    SetThresholds(TrialThresholds rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** What the nearest tier at or above the unit said last. */
    public Mono<ThresholdRule> holding(UnitCode unit) {
        return rules.holding(unit);
    }

    /** For the unit and all below it without a rule of their own; 404 outside the scope. */
    public Mono<ThresholdRule> set(UnitCode unit, Thresholds wanted, String by, Scope scope) {
        return rules.set(unit, wanted, by, clock.instant().truncatedTo(ChronoUnit.MICROS), scope)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("The unit").exception()));
    }
}
