package org.linli.partner.survey.application;

import org.linli.partner.survey.Refusal;
import org.linli.partner.survey.Survey;
import org.linli.partner.survey.SurveyState;
import org.linli.partner.survey.result.SurveyResult;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import java.util.UUID;

/**
 * Tells what a closed survey came to. Worked out once and kept: were it told while answers come in, two readings would
 * differ by one person's answer.
 */
@Service
public class PublishResults {

    private final Surveys surveys;
    private final Answers answers;
    private final HandleSurvey handle;
    private final TransactionalOperator transaction;

    PublishResults(Surveys surveys, Answers answers, HandleSurvey handle, TransactionalOperator transaction) {
        this.surveys = surveys;
        this.answers = answers;
        this.handle = handle;
        this.transaction = transaction;
    }

    /** Empty where the scope holds no such survey. */
    public Mono<SurveyResult> of(Scope scope, UUID survey) {
        return surveys.result(scope, survey).switchIfEmpty(Mono.defer(() -> workOut(scope, survey)));
    }

    private Mono<SurveyResult> workOut(Scope scope, UUID id) {
        return surveys.find(scope, id, Surveys.Hold.ALONE)
                .map(StoredSurvey::survey)
                .doOnNext(this::check)
                .flatMap(survey -> answers.all(id)
                        .publishOn(Schedulers.boundedElastic())
                        .map(all -> SurveyResult.of(survey.terms(), all))
                        .flatMap(result -> surveys.keep(id, result))
                        .then(surveys.result(scope, id)))
                .as(transaction::transactional);
    }

    private void check(Survey survey) {
        SurveyState state = survey.state(handle.today());
        if (state != SurveyState.CLOSED) {
            throw new Refusal.NotInThisState("told of", state).exception();
        }
    }
}
