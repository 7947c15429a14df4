package org.linli.partner.survey.application;

import org.linli.partner.survey.Survey;
import org.linli.partner.survey.SurveyState;
import org.linli.partner.survey.SurveyTerms;
import org.linli.partner.survey.result.SurveyResult;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.unit.Scope;
import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** All surveys, with their sheets of codes and what they came to. */
public interface Surveys {

    /** How long others are kept off a survey. */
    enum Hold {
        /** Not at all. */
        NONE,
        /** Nobody changes it until the transaction ends; others may answer. */
        AS_IT_IS,
        /** Nobody changes or answers it until the transaction ends. */
        ALONE
    }

    /** Adds a draft; empty where the unit lies outside the scope. */
    Mono<UUID> add(Scope scope, SurveyTerms terms, String by);

    Mono<StoredSurvey> find(Scope scope, UUID id, Hold hold);

    /** Writes what a command led to, and counts it. */
    Mono<Void> save(Scope scope, Survey next);

    /** The latest first. */
    Mono<Page<StoredSurvey>> page(Scope scope, List<SurveyState> states, LocalDate today, PageRequest page);

    /** The survey is held alone. */
    Mono<UUID> addSheet(UUID survey, String label, int count, String by);

    /** In the order they were made. */
    Mono<List<CodeSheet>> sheets(Scope scope, UUID survey);

    /** Keeps what a closed survey came to; what is kept already stays. */
    Mono<Void> keep(UUID survey, SurveyResult result);

    Mono<SurveyResult> result(Scope scope, UUID survey);
}
