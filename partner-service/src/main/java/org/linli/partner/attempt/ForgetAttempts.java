package org.linli.partner.attempt;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import java.time.Clock;

/** Keeps the table of attempts as small as the last window. */
@Component
class ForgetAttempts {

    private final AttemptTable table;
    private final Clock clock;

    ForgetAttempts(AttemptTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    Mono<Long> forget() {
        return table.forget(clock.instant().minus(CodeAttempts.WINDOW));
    }
}
