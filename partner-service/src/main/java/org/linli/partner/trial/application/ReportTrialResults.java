package org.linli.partner.trial.application;

import org.linli.partner.trial.Opinion;
import org.linli.partner.trial.Trial;
import org.linli.partner.trial.TrialResult;
import org.linli.partner.trial.store.Opinions;
import org.linli.partner.trial.store.Sessions;
import org.linli.platform.security.Visibility;
import org.linli.platform.smallgroups.SmallGroups;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Tells what a trial has shown until now. What residents said is told anew only when five more have spoken: were it told
 * after each, the difference would be what the last one said.
 */
@Service
public class ReportTrialResults {

    private final RunTrials run;
    private final Sessions sessions;
    private final Opinions opinions;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ReportTrialResults(
            RunTrials run, Sessions sessions, Opinions opinions, TransactionalOperator transaction, Clock clock) {
        this.run = run;
        this.sessions = sessions;
        this.opinions = opinions;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Mono<TrialResult> result(UUID id, Visibility visibility) {
        Instant now = clock.instant();
        return run.trial(id, visibility)
                .flatMap(trial -> opinions.lock(id, visibility)
                        .then(Mono.defer(() -> sessions.seen(id, now, visibility)))
                        .flatMap(seen -> told(trial, seen, now, visibility)
                                .map(opinion -> TrialResult.of(trial.thresholds(), seen, opinion))))
                .as(transaction::transactional);
    }

    private Mono<Opinion> told(Trial trial, TrialResult.Seen seen, Instant now, Visibility visibility) {
        Opinion latest = Opinion.of(trial.questions(), trial.thresholds().average(), seen.scores(), seen.remarks());
        return opinions.last(trial.id(), visibility)
                .filter(last -> !SmallGroups.mayReplace(last.spoken(), latest.spoken()))
                .switchIfEmpty(Mono.defer(() ->
                        latest.spoken() == 0 ? Mono.just(latest) : opinions.add(trial.id(), latest, now, visibility)));
    }
}
