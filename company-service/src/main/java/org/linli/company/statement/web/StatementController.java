package org.linli.company.statement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.linli.company.statement.StatementCommand;
import org.linli.company.statement.StatementId;
import org.linli.company.statement.application.HandleStatement;
import org.linli.company.statement.store.StatementRow;
import org.linli.company.unit.Units;
import org.linli.platform.bounds.BodyLimit;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.openapi.Creates;
import org.linli.platform.problem.Problem;
import org.linli.platform.request.Fields;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.Role;
import org.linli.platform.unit.UnitCode;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

@RestController
@RequestMapping("/api/company/statements")
@Tag(
        name = "Revenue statements 收入报表",
        description = "A branch's month: submitted, accepted or returned, corrected by a later version")
class StatementController {

    private final HandleStatement handle;
    private final Units units;
    private final CommandEndpoint<StatementRow, StatementView> statements;

    StatementController(HandleStatement handle, Units units, CommandEndpoints commands) {
        this.handle = handle;
        this.units = units;
        this.statements = commands.of("The statement", StatementView.class, (StatementRow row) -> StatementView.of(row))
                .at("/api/company/statements", StatementView::id)
                .versioned(StatementView::revision);
    }

    @PostMapping
    @Creates
    @Allowed({Role.BRANCH_CLERK, Role.BRANCH_HEAD})
    @Operation(
            operationId = "draftStatement",
            summary = "Draft or submit a statement 编制报表",
            description =
                    "It reports all entries of the branch and period that wait. After an accepted one it is a"
                            + " correction: the full picture again. Only a branch head submits, and no month before it has begun.")
    Mono<ResponseEntity<StatementView>> draft(Actor actor, CommandKey key, @Valid @RequestBody DraftRequest request) {
        if (Boolean.TRUE.equals(request.submit()) && !actor.has(Role.BRANCH_HEAD)) {
            throw new AccessDeniedException("only a branch head submits");
        }
        UnitCode unit = request.unitCode();
        YearMonth period = Objects.requireNonNull(request.period());
        return statements.create(
                key,
                request,
                () -> units.find(unit, actor.scope())
                        .switchIfEmpty(Problem.missing("The branch"))
                        .flatMap(known -> handle.draft(unit, period, actor.subject()))
                        .flatMap(draft -> Boolean.TRUE.equals(request.submit())
                                ? handle.submit(draft.id(), ExpectedVersion.ANY, actor.subject(), actor.scope())
                                : Mono.just(draft)));
    }

    @PostMapping("/{id}/submission")
    @Allowed(Role.BRANCH_HEAD)
    @Operation(
            operationId = "submitStatement",
            summary = "Submit a draft or returned statement 提交报表",
            description = "A month is submitted once it has begun, by the street's calendar")
    Mono<ResponseEntity<StatementView>> submit(
            Actor actor, CommandKey key, ExpectedVersion expected, @PathVariable String id) {
        return run(actor, key, "", id, statement -> handle.submit(statement, expected, actor.subject(), actor.scope()));
    }

    @PostMapping("/{id}/acceptance")
    @Allowed(Role.HQ)
    @Operation(
            operationId = "acceptStatement",
            summary = "Accept a submitted statement 审核通过",
            description = "Never by who submitted it. A correction supersedes the statement before it. Send If-Match to"
                    + " decide on the figures that you read: 412 where they were withdrawn and submitted anew.")
    Mono<ResponseEntity<StatementView>> accept(
            Actor actor, CommandKey key, ExpectedVersion expected, @PathVariable String id) {
        return run(
                actor,
                key,
                "",
                id,
                statement -> handle.handle(
                        statement, expected, new StatementCommand.Accept(actor.subject()), actor.scope()));
    }

    @PostMapping("/{id}/return")
    @BodyLimit(bytes = 128 * BodyLimit.KB)
    @Allowed(Role.HQ)
    @Operation(operationId = "giveBackStatement", summary = "Return a submitted statement with reasons 退回报表")
    Mono<ResponseEntity<StatementView>> giveBack(
            Actor actor,
            CommandKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody ReturnRequest request) {
        List<String> reasons = request.reasons() == null
                ? List.of()
                : request.reasons().stream().map(Objects::requireNonNull).toList();
        return run(
                actor,
                key,
                request,
                id,
                statement -> handle.handle(
                        statement, expected, new StatementCommand.Return(actor.subject(), reasons), actor.scope()));
    }

    @PostMapping("/{id}/withdrawal")
    @Allowed(Role.BRANCH_HEAD)
    @Operation(operationId = "withdrawStatement", summary = "Withdraw a submitted statement 撤回报表")
    Mono<ResponseEntity<StatementView>> withdraw(
            Actor actor, CommandKey key, ExpectedVersion expected, @PathVariable String id) {
        return run(
                actor,
                key,
                "",
                id,
                statement -> handle.handle(
                        statement, expected, new StatementCommand.Withdraw(actor.subject()), actor.scope()));
    }

    @PostMapping("/{id}/discard")
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK})
    @Operation(operationId = "discardStatement", summary = "Discard a draft or returned statement 作废报表")
    Mono<ResponseEntity<StatementView>> discard(
            Actor actor, CommandKey key, ExpectedVersion expected, @PathVariable String id) {
        return run(
                actor,
                key,
                "",
                id,
                statement -> handle.handle(
                        statement, expected, new StatementCommand.Discard(actor.subject()), actor.scope()));
    }

    private Mono<ResponseEntity<StatementView>> run(
            Actor actor, CommandKey key, Object body, String id, Function<StatementId, Mono<StatementRow>> command) {
        StatementId statement = StatementId.parse(id).orElseThrow(StatementViews::notFound);
        return statements.change(key, body, () -> command.apply(statement));
    }

    @Schema(name = "StatementDraftRequest")
    record DraftRequest(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "440703006107",
                    description = "Branch, 12 digits")
            @Nullable
            String unit,

            @Schema(example = "2026-03", type = "string") @NotNull @Nullable
            YearMonth period,

            @Schema(example = "true", description = "Submit at once; false by default") @Nullable
            Boolean submit) {

        UnitCode unitCode() {
            return Fields.read("The statement is not valid", fields -> fields.branch("unit", unit));
        }
    }

    @Schema(name = "StatementReturnRequest")
    record ReturnRequest(
            @Schema(example = "[\"三月食堂收入与流水不符\"]") @NotNull @Size(min = 1, max = 20) @Nullable
            List<@NotBlank @Size(max = 500) @Nullable String> reasons) {}
}
