package org.linli.partner.survey.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.linli.partner.attempt.CodeAttempts;
import org.linli.partner.id.Ids;
import org.linli.partner.survey.SurveyState;
import org.linli.partner.survey.application.HandleSurvey;
import org.linli.partner.survey.application.PublishResults;
import org.linli.partner.survey.application.SubmitAnswers;
import org.linli.partner.survey.application.Surveys;
import org.linli.partner.survey.result.SurveyResult;
import org.linli.platform.bounds.BodyLimit;
import org.linli.platform.encryption.FieldCipher;
import org.linli.platform.openapi.Creates;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.Public;
import org.linli.platform.security.Role;
import org.linli.platform.unit.Scope;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
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
    /** Codes that an address may show in vain, in a {@link CodeAttempts#WINDOW}. */
    private static final int MOST_WRONG = 60;

    private static final String SIGNED_IN = "/api/partner/surveys/{id}/answers";

    private final Surveys surveys;
    private final SubmitAnswers take;
    private final PublishResults results;
    private final HandleSurvey handle;
    private final CodeAttempts attempts;
    private final FieldCipher cipher;

    AnswerController(
            Surveys surveys,
            SubmitAnswers take,
            PublishResults results,
            HandleSurvey handle,
            CodeAttempts attempts,
            FieldCipher cipher) {
        this.surveys = surveys;
        this.take = take;
        this.results = results;
        this.handle = handle;
        this.attempts = attempts;
        this.cipher = cipher;
    }

    @GetMapping(OPEN)
    @Public
    @Operation(
            operationId = "getPublicSurvey",
            summary = "Get a survey's form 调查表单",
            description = "Once it is open; still there when it is closed.")
    Mono<PublicSurveyView> form(@PathVariable String id) {
        return surveys.find(Scope.everywhere(), Ids.of(id, "The survey"), Surveys.Hold.NONE)
                .filter(found -> found.survey().kept() != SurveyState.DRAFT)
                .map(found -> PublicSurveyView.of(found, handle.today()))
                .switchIfEmpty(Mono.error(SurveyProblems::notFound));
    }

    @GetMapping(OPEN + "/results")
    @Public
    @Operation(
            operationId = "listPublicSurveyResults",
            summary = "Get the results of a closed survey 公开调查结果",
            description = "Without words that residents wrote, and without groups of fewer than five.")
    Mono<SurveyResult> results(@PathVariable String id) {
        UUID survey = Ids.of(id, "The survey");
        return surveys.find(Scope.everywhere(), survey, Surveys.Hold.NONE)
                .filter(found -> found.survey().kept() != SurveyState.DRAFT)
                .flatMap(found -> results.of(Scope.everywhere(), survey))
                .map(SurveyResult::withoutTexts)
                .switchIfEmpty(Mono.error(SurveyProblems::notFound));
    }

    @PostMapping(OPEN + "/answers")
    @BodyLimit(bytes = 128 * BodyLimit.KB)
    @Creates(located = false, otherwise = "The same answer was counted already")
    @Public
    @Operation(
            operationId = "answerPublicSurvey",
            summary = "Answer a survey with a code 凭码作答",
            description =
                    "Once a code: the first counts, and whatever is sent after it is 409. With the receipt that the"
                            + " first was given the same sent again is the same answer (200).")
    Mono<ResponseEntity<AnsweredView>> answer(
            ServerHttpRequest http, @PathVariable String id, @Valid @RequestBody AnswerRequest request) {
        return byCode(http, id, request, false);
    }

    @PutMapping(OPEN + "/answers")
    @BodyLimit(bytes = 128 * BodyLimit.KB)
    @Public
    @Operation(
            operationId = "correctPublicSurvey",
            summary = "Correct an answer given with a code 凭码修改",
            description = "With the receipt that the first answer was given, while the survey takes answers.")
    Mono<ResponseEntity<AnsweredView>> correct(
            ServerHttpRequest http, @PathVariable String id, @Valid @RequestBody AnswerRequest request) {
        return byCode(http, id, request, true);
    }

    @PostMapping(SIGNED_IN)
    @BodyLimit(bytes = 128 * BodyLimit.KB)
    @Creates(located = false, otherwise = "The same answer was counted already")
    @Allowed(Role.RESIDENT)
    @Operation(
            operationId = "answerSignedInSurvey",
            summary = "Answer a survey as a resident 登录作答",
            description = "Once a person. Kept without who it was.")
    Mono<ResponseEntity<AnsweredView>> answerSignedIn(
            Actor actor, @PathVariable String id, @Valid @RequestBody AnswerRequest request) {
        return answered(take.byResident(Ids.of(id, "The survey"), actor, request.toAnswer(), false));
    }

    @PutMapping(SIGNED_IN)
    @BodyLimit(bytes = 128 * BodyLimit.KB)
    @Allowed(Role.RESIDENT)
    @Operation(
            operationId = "correctSignedInSurvey",
            summary = "Correct your answer to a survey 登录修改",
            description = "While the survey takes answers.")
    Mono<ResponseEntity<AnsweredView>> correctSignedIn(
            Actor actor, @PathVariable String id, @Valid @RequestBody AnswerRequest request) {
        return answered(take.byResident(Ids.of(id, "The survey"), actor, request.toAnswer(), true));
    }

    private Mono<ResponseEntity<AnsweredView>> byCode(
            ServerHttpRequest http, String id, AnswerRequest request, boolean correction) {
        UUID survey = Ids.of(id, "The survey");
        var shown = new SubmitAnswers.Shown(Objects.requireNonNullElse(request.code(), ""), request.receipt());
        Mono<SubmitAnswers.Taken> taken = attempts.look(
                "survey/" + survey,
                cipher.index(survey + "/" + address(http), "survey-address"),
                MOST_WRONG,
                take.byCode(survey, shown, request.toAnswer(), correction),
                SubmitAnswers.NoSuchCode.class::isInstance);
        return answered(take.counted(survey, shown, request.toAnswer())
                .switchIfEmpty(taken)
                .onErrorMap(
                        SubmitAnswers.NoSuchCode.class, none -> none.problem().exception()));
    }

    /** As the gateway saw it; a hall full of people may stand behind one. */
    private static String address(ServerHttpRequest http) {
        String seen = http.getHeaders().getFirst("X-Forwarded-For");
        var remote = http.getRemoteAddress();
        return seen != null ? seen : remote == null ? "" : remote.getHostString();
    }

    private static Mono<ResponseEntity<AnsweredView>> answered(Mono<SubmitAnswers.Taken> taken) {
        return taken.switchIfEmpty(Mono.error(SurveyProblems::notFound))
                .map(one -> ResponseEntity.status(one.first() ? HttpStatus.CREATED : HttpStatus.OK)
                        .cacheControl(CacheControl.noStore())
                        .body(new AnsweredView(true, one.receipt())));
    }

    /** @param counted always: what is not counted is a problem */
    @Schema(name = "Answered")
    record AnsweredView(
            boolean counted,

            @Schema(
                    example = "mW4kP9vT2xQz7LbN3cRd5A",
                    description = "Of an answer by code: keep it, only with it the answer can be corrected")
            @Nullable
            String receipt) {

        /** Receipts must not reach a log. */
        @Override
        public String toString() {
            return "AnsweredView";
        }
    }
}
