package org.linli.partner.points.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.linli.partner.points.PointsAccount;
import org.linli.partner.points.PointsAppeal;
import org.linli.partner.points.application.HandleAppeals;
import org.linli.partner.points.application.PointsHistory;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.problem.Problem;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.util.Objects;
import java.util.UUID;

@RestController
@RequestMapping("/api/partner/points")
@Tag(name = "Points 积分")
class PointsOversightController {

    private final PointsHistory history;
    private final HandleAppeals appeals;
    private final CommandEndpoint<PointsAppeal, PointsAppeal> decided;

    PointsOversightController(PointsHistory history, HandleAppeals appeals, CommandEndpoints commands) {
        this.history = history;
        this.appeals = appeals;
        this.decided = commands.of("The objection", PointsAppeal.class);
    }

    @GetMapping("/accounts")
    @Allowed({Role.CITY, Role.HQ, Role.AUDITOR})
    @Operation(operationId = "listPointsAccounts", summary = "List points accounts 积分账户")
    Mono<ResponseEntity<Page<PointsAccount>>> accounts(
            Actor actor,
            PageRequest page,
            @RequestParam(required = false) @Nullable String within,
            @RequestParam(defaultValue = "") String q) {
        return history.accounts(Texts.trimmed(q), actor.scope().narrowedTo(within), page)
                .map(found -> page.answer(found));
    }

    @GetMapping("/accounts/{id}/entries")
    @Allowed({Role.CITY, Role.HQ, Role.AUDITOR})
    @Operation(operationId = "listPointsAccountEntries", summary = "List the entries of a points account 积分明细")
    Mono<ResponseEntity<Page<PointsEntryView>>> entries(
            Actor actor, PageRequest page, @PathVariable UUID id) {
        return history.ofAccount(id, actor.scope(), page)
                .switchIfEmpty(Problem.missing("The account"))
                .map(found -> page.answer(found, PointsEntryView::of));
    }

    @GetMapping("/appeals")
    @Allowed({Role.CITY, Role.HQ, Role.BRANCH_HEAD, Role.AUDITOR})
    @Operation(
            operationId = "listPointsAppeals",
            summary = "List appeals against losses 扣分申诉",
            description = "open=true leaves decided ones out.")
    Mono<ResponseEntity<Page<PointsAppeal>>> list(
            Actor actor,
            PageRequest page,
            @RequestParam(required = false) @Nullable String within,
            @RequestParam(defaultValue = "false") boolean open) {
        return history.appeals(open, actor.scope().narrowedTo(within), page).map(found -> page.answer(found));
    }

    @PostMapping("/losses/{id}/decision")
    @Allowed(Role.HQ)
    @Operation(
            operationId = "decidePointsAppeal",
            summary = "Decide an appeal 裁定申诉",
            description = "Reversed gives the points back, to be spent within twelve months. Never by who took them.")
    Mono<ResponseEntity<PointsAppeal>> decide(
            Actor actor, CommandKey key, @PathVariable UUID id, @Valid @RequestBody DecisionRequest request) {
        return decided.change(
                key,
                request,
                () -> appeals.decide(
                        id,
                        Objects.requireNonNull(request.reversed()),
                        Texts.trimmed(Objects.requireNonNull(request.reason())),
                        actor.subject(),
                        actor.scope()));
    }

    @Schema(name = "PointsOversightDecisionRequest")
    record DecisionRequest(
            @NotNull @Nullable Boolean reversed,

            @Schema(example = "请假记录属实") @NotBlank @Size(max = 500) @Nullable
            String reason) {}
}
