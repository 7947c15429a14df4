package org.linli.partner.survey.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.linli.partner.id.Ids;
import org.linli.partner.survey.SurveyCommand;
import org.linli.partner.survey.SurveyTerms;
import org.linli.partner.survey.application.HandleSurvey;
import org.linli.partner.survey.application.StoredSurvey;
import org.linli.platform.bounds.BodyLimit;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.openapi.Creates;
import org.linli.platform.openapi.RequestExample;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.Role;
import org.linli.platform.text.Texts;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

@RestController
@RequestMapping("/api/partner/surveys")
@Tag(name = "Surveys 需求调查", description = "A public form a branch, one answer a person, results without small groups")
class SurveyController {

    private static final String EXAMPLE = """
            {
              "unit": "440703006107",
              "title": "石冲社区居民需求调查",
              "introduction": "三分钟，告诉我们您需要什么；不记名。",
              "questions": [
                {"code": "CLASSES", "text": "您最想参加哪类课程？", "kind": "SINGLE", "required": true,
                 "options": [{"code": "CALLIGRAPHY", "text": "书法"}, {"code": "DANCE", "text": "舞蹈"}]},
                {"code": "TIMES", "text": "何时方便？", "kind": "MULTIPLE",
                 "options": [{"code": "WEEKDAYS", "text": "平日晚上"}, {"code": "WEEKENDS", "text": "周末"}]},
                {"code": "PLEASED", "text": "对社区服务满意吗？", "kind": "SCALE"},
                {"code": "WORDS", "text": "还想说什么？", "kind": "TEXT"}
              ],
              "groups": [
                {"code": "AGE", "text": "您的年龄",
                 "values": [{"code": "18-59", "text": "18–59岁"}, {"code": "60+", "text": "60岁以上"}]}
              ],
              "admission": "CODE",
              "opensOn": "2026-12-01",
              "closesOn": "2026-12-31"
            }
            """;

    private final HandleSurvey handle;
    private final CommandEndpoint<StoredSurvey, SurveyView> surveys;

    SurveyController(HandleSurvey handle, CommandEndpoints commands) {
        this.handle = handle;
        this.surveys = commands.of(
                        "The survey",
                        SurveyView.class,
                        (StoredSurvey survey) -> SurveyView.of(survey, handle.today(), List.of()))
                .at("/api/partner/surveys", SurveyView::id)
                .versioned(SurveyView::version);
    }

    @PostMapping
    @BodyLimit(bytes = BodyLimit.MB)
    @Creates
    @RequestExample(EXAMPLE)
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK})
    @Operation(
            operationId = "draftSurvey",
            summary = "Draft a survey 起草调查",
            description = "Seen by the branch alone until its head opens it.")
    Mono<ResponseEntity<SurveyView>> draft(Actor actor, CommandKey key, @Valid @RequestBody SurveyRequest request) {
        SurveyTerms terms = request.toTerms();
        return surveys.create(
                key, request, () -> handle.draft(terms, actor).switchIfEmpty(Problem.missing("The branch")));
    }

    @PutMapping("/{id}")
    @BodyLimit(bytes = BodyLimit.MB)
    @RequestExample(EXAMPLE)
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK})
    @Operation(
            operationId = "editSurvey",
            summary = "Update a draft survey 修改草稿",
            description = "Replaces all fields; an open survey cannot be changed.")
    Mono<ResponseEntity<SurveyView>> edit(
            Actor actor, ExpectedVersion expected, @PathVariable String id, @Valid @RequestBody SurveyRequest request) {
        SurveyTerms terms = request.toTerms();
        UUID survey = Ids.of(id, "The survey");
        return surveys.replace(() -> handle.handle(survey, new SurveyCommand.Edit(terms), expected, actor));
    }

    @PostMapping("/{id}/opening")
    @Allowed(Role.BRANCH_HEAD)
    @Operation(
            operationId = "openSurvey",
            summary = "Open a survey 发布调查",
            description = "Residents answer from its first day to its last.")
    Mono<ResponseEntity<SurveyView>> open(
            Actor actor, CommandKey key, ExpectedVersion expected, @PathVariable String id) {
        return once(actor, key, "", expected, id, new SurveyCommand.Open());
    }

    @PostMapping("/{id}/extension")
    @Allowed(Role.BRANCH_HEAD)
    @Operation(
            operationId = "extendSurvey",
            summary = "Extend a survey 延长调查",
            description = "While it is open, to a later last day.")
    Mono<ResponseEntity<SurveyView>> extend(
            Actor actor,
            CommandKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody LongerRequest request) {
        LocalDate closesOn = SurveyRequest.closingDay(request.closesOn());
        String reason = Texts.trimmed(Objects.requireNonNull(request.reason()));
        return once(actor, key, request, expected, id, new SurveyCommand.Extend(closesOn, reason));
    }

    @PostMapping("/{id}/closure")
    @Allowed(Role.BRANCH_HEAD)
    @Operation(
            operationId = "closeSurvey",
            summary = "Close a survey 结束调查",
            description = "Before its last day is over; after that it is closed by itself. It stays closed.")
    Mono<ResponseEntity<SurveyView>> close(
            Actor actor, CommandKey key, ExpectedVersion expected, @PathVariable String id) {
        return once(actor, key, "", expected, id, new SurveyCommand.Close());
    }

    private Mono<ResponseEntity<SurveyView>> once(
            Actor actor, CommandKey key, Object body, ExpectedVersion expected, String id, SurveyCommand command) {
        UUID survey = Ids.of(id, "The survey");
        return surveys.change(key, body, () -> handle.handle(survey, command, expected, actor));
    }

    @Schema(name = "SurveyLongerRequest")
    record LongerRequest(
            @Schema(example = "2027-01-15") @NotNull @Nullable
            LocalDate closesOn,

            @Schema(example = "答卷不足") @NotBlank @Size(max = 500) @Nullable
            String reason) {}
}
