package org.linli.partner.survey.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.linli.partner.id.Ids;
import org.linli.partner.survey.SurveyState;
import org.linli.partner.survey.application.HandleSurvey;
import org.linli.partner.survey.application.RefusedException;
import org.linli.partner.survey.application.Surveys;
import org.linli.partner.survey.application.TakeAnswers;
import org.linli.partner.survey.application.TellResults;
import org.linli.partner.survey.result.SurveyResult;
import org.linli.platform.bounds.BodyLimit;
import org.linli.platform.openapi.Creates;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.Public;
import org.linli.platform.security.Role;
import org.linli.platform.unit.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.util.Objects;
import java.util.UUID;

@RestController
@Tag(name = "Public 公开")
class AnswerController {

    private static final String OPEN = "/api/partner/public/surveys/{id}";
    private static final String SIGNED_IN = "/api/partner/surveys/{id}/answers";

    private final Surveys surveys;
    private final TakeAnswers take;
    private final TellResults results;
    private final HandleSurvey handle;

    AnswerController(Surveys surveys, TakeAnswers take, TellResults results, HandleSurvey handle) {
        this.surveys = surveys;
        this.take = take;
        this.results = results;
        this.handle = handle;
    }

    @GetMapping(OPEN)
    @Public
    @Operation(summary = "A survey's form 调查表单", description = "Once it is open; still there when it is closed.")
    Mono<PublicSurveyView> form(@PathVariable String id) {
        return surveys.find(Scope.everywhere(), Ids.of(id, "The survey"), Surveys.Hold.NONE)
                .filter(found -> found.survey().kept() != SurveyState.DRAFT)
                .map(found -> PublicSurveyView.of(found, handle.today()))
                .switchIfEmpty(Mono.error(SurveyProblems::notFound));
    }

    @GetMapping(OPEN + "/results")
    @Public
    @Operation(
            summary = "What a closed survey came to 公开调查结果",
            description = "Without words that residents wrote, and without groups of fewer than five.")
    Mono<SurveyResult> results(@PathVariable String id) {
        UUID survey = Ids.of(id, "The survey");
        return surveys.find(Scope.everywhere(), survey, Surveys.Hold.NONE)
                .filter(found -> found.survey().kept() != SurveyState.DRAFT)
                .flatMap(found -> results.of(Scope.everywhere(), survey))
                .map(SurveyResult::withoutTexts)
                .switchIfEmpty(Mono.error(SurveyProblems::notFound))
                .onErrorMap(RefusedException.class, SurveyProblems::of);
    }

    @PostMapping(OPEN + "/answers")
    @BodyLimit(bytes = 128 * BodyLimit.KB)
    @Creates(located = false, otherwise = "The same answer was counted already")
    @Public
    @Operation(
            summary = "Answer with a code 凭码作答",
            description = "Once a code; the same sent again is the same answer (200). Another one is 409.")
    Mono<ResponseEntity<AnsweredView>> answer(@PathVariable String id, @Valid @RequestBody AnswerRequest request) {
        return byCode(id, request, false);
    }

    @PutMapping(OPEN + "/answers")
    @BodyLimit(bytes = 128 * BodyLimit.KB)
    @Public
    @Operation(summary = "Correct the answer of a code 凭码修改", description = "While the survey takes answers.")
    Mono<ResponseEntity<AnsweredView>> correct(@PathVariable String id, @Valid @RequestBody AnswerRequest request) {
        return byCode(id, request, true);
    }

    @PostMapping(SIGNED_IN)
    @BodyLimit(bytes = 128 * BodyLimit.KB)
    @Creates(located = false, otherwise = "The same answer was counted already")
    @Allowed(Role.RESIDENT)
    @Operation(summary = "Answer as a resident 登录作答", description = "Once a person. Kept without who it was.")
    Mono<ResponseEntity<AnsweredView>> answerSignedIn(
            Actor actor, @PathVariable String id, @Valid @RequestBody AnswerRequest request) {
        return answered(take.byResident(Ids.of(id, "The survey"), actor, request.toAnswer(), false));
    }

    @PutMapping(SIGNED_IN)
    @BodyLimit(bytes = 128 * BodyLimit.KB)
    @Allowed(Role.RESIDENT)
    @Operation(summary = "Correct one's own answer 登录修改", description = "While the survey takes answers.")
    Mono<ResponseEntity<AnsweredView>> correctSignedIn(
            Actor actor, @PathVariable String id, @Valid @RequestBody AnswerRequest request) {
        return answered(take.byResident(Ids.of(id, "The survey"), actor, request.toAnswer(), true));
    }

    private Mono<ResponseEntity<AnsweredView>> byCode(String id, AnswerRequest request, boolean correction) {
        UUID survey = Ids.of(id, "The survey");
        String code = Objects.requireNonNullElse(request.code(), "");
        return answered(take.byCode(survey, code, request.toAnswer(), correction));
    }

    private static Mono<ResponseEntity<AnsweredView>> answered(Mono<Boolean> taken) {
        return taken.switchIfEmpty(Mono.error(SurveyProblems::notFound))
                .map(first -> ResponseEntity.status(first ? HttpStatus.CREATED : HttpStatus.OK)
                        .body(new AnsweredView(true)));
    }

    /** @param counted always: what is not counted is a problem */
    record AnsweredView(boolean counted) {}
}
