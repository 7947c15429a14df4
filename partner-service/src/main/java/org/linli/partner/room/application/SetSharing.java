package org.linli.partner.room.application;

import org.linli.partner.room.Sharing;
import org.linli.partner.room.SharingRule;
import org.linli.partner.room.store.SharingRules;
import org.linli.platform.problem.Problem;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** How a unit shares its rooms out: what holds, and to set it anew. */
@Service
public class SetSharing {

    private final SharingRules rules;
    private final Clock clock;

    SetSharing(SharingRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** What the nearest tier at or above the unit said last. */
    public Mono<SharingRule> holding(UnitCode unit) {
        return rules.holding(unit);
    }

    /** For the unit and all below it without a rule of their own; 404 outside the scope. */
    public Mono<SharingRule> set(UnitCode unit, Sharing wanted, String by, Scope scope) {
        return rules.set(unit, wanted, by, clock.instant().truncatedTo(ChronoUnit.MICROS), scope)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("The unit").exception()));
    }
}
