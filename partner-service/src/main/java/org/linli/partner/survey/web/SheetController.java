package org.linli.partner.survey.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.linli.partner.id.Ids;
import org.linli.partner.survey.application.CodeSheet;
import org.linli.partner.survey.application.IssueAnswerCodes;
import org.linli.partner.survey.application.Surveys;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.openapi.Creates;
import org.linli.platform.problem.Problem;
import org.linli.platform.problem.SingleLine;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.Role;
import org.linli.platform.text.Texts;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

@RestController
@RequestMapping("/api/partner/surveys/{id}/sheets")
@Tag(name = "Surveys 需求调查")
class SheetController {

    private final IssueAnswerCodes codes;
    private final Surveys surveys;
    private final CommandEndpoint<CodeSheet, CodeSheet> made;

    SheetController(IssueAnswerCodes codes, Surveys surveys, CommandEndpoints commands) {
        this.codes = codes;
        this.surveys = surveys;
        this.made = commands.of("The survey", CodeSheet.class);
    }

    @PostMapping
    @Creates(located = false)
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK})
    @Operation(
            operationId = "makeSurvey",
            summary = "Create a sheet of answer codes 制作答题码",
            description =
                    "Up to 500, one a person, for a building or a meeting. Who got which code is written nowhere.")
    Mono<ResponseEntity<CodeSheet>> make(
            Actor actor, CommandKey key, @PathVariable String id, @Valid @RequestBody SheetRequest request) {
        UUID survey = Ids.of(id, "The survey");
        String label = Texts.trimmed(Objects.requireNonNull(request.label()));
        int count = Objects.requireNonNull(request.count());
        return made.create(key, request, () -> codes.make(survey, label, count, actor));
    }

    @GetMapping
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK})
    @Operation(
            operationId = "listSurveySheets",
            summary = "List the code sheets of a survey 答题码批次",
            description = "Without their codes")
    Mono<SheetsView> list(Actor actor, @PathVariable String id) {
        UUID survey = Ids.of(id, "The survey");
        return surveys.find(actor.scope(), survey, Surveys.Hold.NONE)
                .switchIfEmpty(Mono.error(SurveyProblems::notFound))
                .then(surveys.sheets(actor.scope(), survey))
                .map(SheetsView::new);
    }

    @GetMapping("/{sheet}")
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK})
    @Operation(
            operationId = "getSurveySheet",
            summary = "Get a sheet's codes for printing 打印答题码",
            description = "Each reading is kept in the survey's history with who it was.")
    Mono<ResponseEntity<CodesView>> read(Actor actor, @PathVariable String id, @PathVariable String sheet) {
        UUID survey = Ids.of(id, "The survey");
        return codes.read(survey, Ids.of(sheet, "The sheet"), actor)
                .map(all -> ResponseEntity.ok()
                        .header("Cache-Control", "no-store")
                        .body(new CodesView("/forms/survey?id=" + survey, all)))
                .switchIfEmpty(Problem.missing("The sheet"));
    }

    @Schema(name = "SheetRequest")
    record SheetRequest(
            @Schema(example = "3栋") @NotBlank @Size(max = 100) @SingleLine @Nullable
            String label,

            @Schema(example = "60") @NotNull @Min(1) @Max(500) @Nullable
            Integer count) {}

    @Schema(name = "Sheets")
    record SheetsView(List<CodeSheet> items) {}

    /** @param form where they are used, at the suite's address; a code may be added behind # */
    @Schema(name = "SheetCodes")
    record CodesView(
            @Schema(example = "/forms/survey?id=0199a3c0-0000-7000-8000-000000000001")
            String form,

            @Schema(example = "[\"0Z7Q-K3M9-F2TA\"]") List<String> codes) {}
}
