package org.linli.partner.survey.application;

import org.jspecify.annotations.Nullable;
import org.linli.partner.history.ShanghaiDay;
import org.linli.partner.survey.Survey;
import org.linli.partner.survey.SurveyCommand;
import org.linli.partner.survey.SurveyTerms;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.history.History;
import org.linli.platform.security.Actor;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Carries out commands on surveys: lock, decide, record. Runs inside the caller's transaction, which a refusal
 * rolls back.
 */
@Service
public class HandleSurvey {

    private final Surveys surveys;
    private final History steps;
    private final Clock clock;

    HandleSurvey(Surveys surveys, History steps, Clock clock) {
        this.surveys = surveys;
        this.steps = steps;
        this.clock = clock;
    }

    /** The day on which everything is decided now. */
    public LocalDate today() {
        return ShanghaiDay.today(clock);
    }

    /** Drafts a survey; empty where the caller has no right over the unit. */
    public Mono<StoredSurvey> draft(SurveyTerms terms, Actor by) {
        return surveys.add(by.scope(), terms, by.subject())
                .flatMap(id -> steps.add(id, terms.unit(), "DRAFTED", by.subject(), null)
                        .thenReturn(id))
                .flatMap(id -> surveys.find(by.scope(), id, Surveys.Hold.NONE));
    }

    /** Empty where the caller's scope holds no such survey. */
    public Mono<StoredSurvey> handle(UUID id, SurveyCommand command, ExpectedVersion expected, Actor by) {
        return surveys.find(by.scope(), id, Surveys.Hold.ALONE)
                .doOnNext(found -> expected.check(found.version()))
                .flatMap(found -> carryOut(found.survey(), command, by))
                .flatMap(next -> surveys.find(by.scope(), id, Surveys.Hold.NONE));
    }

    private Mono<Survey> carryOut(Survey before, SurveyCommand command, Actor by) {
        return Mono.fromSupplier(() -> before.decide(command, today()).orRefuse())
                .flatMap(next -> record(next, command, by.scope(), by.subject()));
    }

    private Mono<Survey> record(Survey next, SurveyCommand command, Scope scope, String by) {
        return surveys.save(scope, next)
                .then(steps.add(next.id(), next.terms().unit(), action(command), by, reason(command)))
                .thenReturn(next);
    }

    private static String action(SurveyCommand command) {
        return switch (command) {
            case SurveyCommand.Edit _ -> "EDITED";
            case SurveyCommand.Open _ -> "OPENED";
            case SurveyCommand.Extend _ -> "EXTENDED";
            case SurveyCommand.Close _ -> "CLOSED";
        };
    }

    private static @Nullable String reason(SurveyCommand command) {
        return command instanceof SurveyCommand.Extend extend ? extend.reason() : null;
    }
}
