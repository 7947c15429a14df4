package org.linli.partner.survey.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.partner.id.Ids;
import org.linli.partner.survey.SurveyState;
import org.linli.partner.survey.application.HandleSurvey;
import org.linli.partner.survey.application.PublishResults;
import org.linli.partner.survey.application.Surveys;
import org.linli.partner.survey.result.SurveyResult;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.history.History;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.security.Actor;
import org.linli.platform.security.AllowedStaff;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;

@RestController
@RequestMapping("/api/partner/surveys")
@Tag(name = "Surveys 需求调查")
class SurveyListController {

    private final Surveys surveys;
    private final History steps;
    private final PublishResults results;
    private final HandleSurvey handle;

    SurveyListController(Surveys surveys, History steps, PublishResults results, HandleSurvey handle) {
        this.surveys = surveys;
        this.steps = steps;
        this.results = results;
        this.handle = handle;
    }

    @GetMapping
    @AllowedStaff
    @Operation(
            operationId = "listSurveys",
            summary = "List surveys 调查列表",
            description = "Of the branches that you may see, the latest first")
    Mono<ResponseEntity<Page<SurveyView>>> list(
            Actor actor,
            PageRequest page,
            @Parameter(description = "Narrows to a subtree of units", example = "440703006")
                    @RequestParam(required = false)
                    @Nullable
                    String within,
            @RequestParam(required = false) @Nullable SurveyState state) {
        List<SurveyState> states = state == null ? List.of(SurveyState.values()) : List.of(state);
        return surveys.page(actor.scope().narrowedTo(within), states, handle.today(), page)
                .map(found -> page.answer(found, row -> SurveyView.of(row, handle.today(), List.of())));
    }

    @GetMapping("/{id}")
    @AllowedStaff
    @Operation(operationId = "getSurvey", summary = "Get a survey with its history 调查详情")
    Mono<ResponseEntity<SurveyView>> one(Actor actor, @PathVariable String id) {
        UUID survey = Ids.of(id, "The survey");
        return surveys.find(actor.scope(), survey, Surveys.Hold.NONE)
                .flatMap(found -> steps.of(actor.scope(), survey)
                        .map(history ->
                                ExpectedVersion.answer(SurveyView.of(found, handle.today(), history), found.version())))
                .switchIfEmpty(Mono.error(SurveyProblems::notFound));
    }

    @GetMapping("/{id}/results")
    @AllowedStaff
    @Operation(
            operationId = "listSurveyResults",
            summary = "Get the results of a closed survey 调查结果",
            description =
                    "By question, and by group where no group of fewer than five is told or follows from the rest.")
    Mono<SurveyResult> results(Actor actor, @PathVariable String id) {
        return results.of(actor.scope(), Ids.of(id, "The survey")).switchIfEmpty(Mono.error(SurveyProblems::notFound));
    }
}
