package org.linli.partner.trial.application;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.partner.trial.Trial;
import org.linli.partner.trial.TrialResult;
import org.linli.partner.trial.TrialSession;
import org.linli.partner.trial.store.Sessions;
import org.linli.partner.trial.store.Trials;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.security.Visibility;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Shows trials and sessions, and keeps results as decisions cite them. */
@Service
public class ReadTrials {

    private final RunTrials run;
    private final ReportTrialResults tell;
    private final Trials trials;
    private final Sessions sessions;
    private final JsonMapper json;
    private final Clock clock;

    ReadTrials(RunTrials run, ReportTrialResults tell, Trials trials, Sessions sessions, JsonMapper json, Clock clock) {
        this.run = run;
        this.tell = tell;
        this.trials = trials;
        this.sessions = sessions;
        this.json = json;
        this.clock = clock;
    }

    /** A result as it was when a decision cited it. */
    @Schema(name = "TrialCitation")
    public record Citation(UUID id, TrialResult result, String citedBy, Instant citedAt) {}

    public Mono<Page<Trial>> trials(Visibility visibility, @Nullable UUID proposal, PageRequest page) {
        return trials.page(visibility, proposal, page);
    }

    /** Sessions to come, and those that run. */
    public Mono<Page<TrialSession>> upcoming(Scope scope, PageRequest page) {
        return sessions.page(scope, clock.instant(), page);
    }

    /** Keeps the result as it is now. Inside the caller's transaction. */
    public Mono<Citation> cite(UUID trial, String by, Scope scope) {
        Instant now = clock.instant();
        return tell.result(trial, Visibility.of(scope))
                .flatMap(result -> trials.cite(trial, json.writeValueAsString(result), by, now, scope)
                        .map(id -> new Citation(id, result, by, now)));
    }

    public Mono<List<Citation>> citations(UUID trial, Visibility visibility) {
        return run.trial(trial, visibility)
                .flatMap(found -> trials.citations(trial, visibility))
                .map(all -> all.stream()
                        .map(one -> new Citation(
                                one.id(),
                                json.readValue(one.result(), TrialResult.class),
                                one.citedBy(),
                                one.citedAt()))
                        .toList());
    }
}
