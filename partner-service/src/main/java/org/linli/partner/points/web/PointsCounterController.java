package org.linli.partner.points.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.linli.partner.attempt.CodeAttempts;
import org.linli.partner.points.PointsEntry;
import org.linli.partner.points.PointsReference;
import org.linli.partner.points.application.Counter;
import org.linli.partner.points.application.HandlePoints;
import org.linli.partner.points.application.PointsBalances;
import org.linli.partner.points.application.PointsRefusal;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.decision.RefusedException;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.openapi.Creates;
import org.linli.platform.problem.Problem;
import org.linli.platform.problem.SingleLine;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.Role;
import org.linli.platform.text.Texts;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.reactive.TransactionalOperator;
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
import java.util.function.Supplier;

@RestController
@RequestMapping("/api/partner/points")
@Tag(name = "Points 积分")
class PointsCounterController {

    private static final String BRANCH = "[0-9]{12}";

    private final HandlePoints handle;
    private final PointsBalances balances;
    private final CommandEndpoint<PointsEntry, PointsEntryView> entries;
    private final TransactionalOperator transaction;
    private final CodeAttempts attempts;

    PointsCounterController(
            HandlePoints handle,
            PointsBalances balances,
            CommandEndpoints commands,
            TransactionalOperator transaction,
            CodeAttempts attempts) {
        this.handle = handle;
        this.balances = balances;
        this.entries = commands.of("The entry", PointsEntryView.class, PointsEntryView::of);
        this.transaction = transaction;
        this.attempts = attempts;
    }

    @GetMapping("/cards/{code}")
    @Allowed({Role.BRANCH_CLERK, Role.BRANCH_HEAD})
    @Operation(
            operationId = "getPointsCard",
            summary = "Get a points card 查验积分码",
            description = "429 after ten codes that were none, for a quarter of an hour; so at earning and spending.")
    Mono<PointsBalanceView> shown(
            Actor actor, @PathVariable String code, @RequestParam @Schema(example = "440703006107") String unit) {
        return look(
                actor,
                balances.shown(counter(actor, unit), code)
                        .map(found -> PointsBalanceView.of(found.account(), found.lots(), found.today()))
                        .as(transaction::transactional));
    }

    @PostMapping("/earnings")
    @Creates(located = false)
    @Allowed({Role.BRANCH_CLERK, Role.BRANCH_HEAD})
    @Operation(
            operationId = "earnPoints",
            summary = "Award points by a rule 发放积分",
            description = "A reference of the branch's, such as an activity and a name, earns once.")
    Mono<ResponseEntity<PointsEntryView>> earn(Actor actor, CommandKey key, @Valid @RequestBody EarnRequest request) {
        String reference = reference(request.reference());
        return attempt(
                actor,
                key,
                request,
                () -> handle.earn(
                        counter(actor, Objects.requireNonNull(request.unit())),
                        Objects.requireNonNull(request.card()),
                        Objects.requireNonNull(request.rule()),
                        Objects.requireNonNull(request.quantity()),
                        reference));
    }

    @PostMapping("/spendings")
    @Creates(located = false)
    @Allowed({Role.BRANCH_CLERK, Role.BRANCH_HEAD})
    @Operation(
            operationId = "spendPoints",
            summary = "Redeem points for a service 兑换服务",
            description = "Those that end first are taken first.")
    Mono<ResponseEntity<PointsEntryView>> spend(Actor actor, CommandKey key, @Valid @RequestBody SpendRequest request) {
        String reference = reference(request.reference());
        return attempt(
                actor,
                key,
                request,
                () -> handle.spend(
                        counter(actor, Objects.requireNonNull(request.unit())),
                        Objects.requireNonNull(request.card()),
                        Objects.requireNonNull(request.points()),
                        reference,
                        Texts.trimmed(Objects.requireNonNull(request.service()))));
    }

    @PostMapping("/losses")
    @Creates(located = false)
    @Allowed(Role.BRANCH_HEAD)
    @Operation(
            operationId = "losePoints",
            summary = "Deduct points with a reason 扣分",
            description = "The holder can object; HQ decides.")
    Mono<ResponseEntity<PointsEntryView>> lose(Actor actor, CommandKey key, @Valid @RequestBody LossRequest request) {
        String reference = reference(request.reference());
        return entries.create(
                key,
                request,
                () -> handle.lose(
                        counter(actor, Objects.requireNonNull(request.unit())),
                        Objects.requireNonNull(request.account()),
                        Objects.requireNonNull(request.points()),
                        reference,
                        Texts.trimmed(Objects.requireNonNull(request.reason()))));
    }

    /** A command that was done before is answered again, however many codes were wrong since. */
    private Mono<ResponseEntity<PointsEntryView>> attempt(
            Actor actor, CommandKey key, Object request, Supplier<Mono<PointsEntry>> work) {
        return entries.answeredBefore(key, request).switchIfEmpty(look(actor, entries.create(key, request, work)));
    }

    /** What a card opens: somebody behind a counter may not find one by trying. */
    private <T> Mono<T> look(Actor actor, Mono<T> work) {
        return attempts.look("points-card", actor.subject(), work, PointsCounterController::isNoCard);
    }

    private static boolean isNoCard(Throwable failure) {
        return failure instanceof RefusedException refused && refused.reason() == PointsRefusal.UNKNOWN_CARD;
    }

    private static String reference(@Nullable String typed) {
        String reference = Objects.requireNonNull(typed);
        PointsReference.fault(reference).ifPresent(fault -> {
            throw Problem.invalid("The points cannot be booked")
                    .field("reference", fault, PointsReference.EXPECTED)
                    .exception();
        });
        return PointsReference.of(reference);
    }

    private static Counter counter(Actor actor, String unit) {
        return new Counter(unit, actor.scope().narrowedTo(unit), actor.subject());
    }

    @Schema(name = "PointsCounterEarnRequest")
    record EarnRequest(
            @Schema(example = "440703006107")
            @NotNull
            @Pattern(regexp = BRANCH, message = "a branch's code of 12 digits")
            @Nullable
            String unit,

            @Schema(example = "047112345678") @NotBlank @Size(max = 20) @Nullable
            String card,

            @Schema(example = "VOLUNTEER_HOUR") @NotBlank @Size(max = 40) @Nullable
            String rule,

            @Schema(example = "3") @NotNull @Min(1) @Max(100) @Nullable
            Integer quantity,

            @Schema(example = "2026-03-15 长者饭堂帮厨 陈") @NotBlank @Size(max = 100) @SingleLine @Nullable
            String reference) {}

    @Schema(name = "PointsCounterSpendRequest")
    record SpendRequest(
            @Schema(example = "440703006107")
            @NotNull
            @Pattern(regexp = BRANCH, message = "a branch's code of 12 digits")
            @Nullable
            String unit,

            @Schema(example = "047112345678") @NotBlank @Size(max = 20) @Nullable
            String card,

            @Schema(example = "4") @NotNull @Min(1) @Max(1_000_000) @Nullable
            Integer points,

            @Schema(example = "2026-03-16 理发 7") @NotBlank @Size(max = 100) @SingleLine @Nullable
            String reference,

            @Schema(example = "理发一次") @NotBlank @Size(max = 200) @SingleLine @Nullable
            String service) {}

    @Schema(name = "PointsCounterLossRequest")
    record LossRequest(
            @Schema(example = "440703006107")
            @NotNull
            @Pattern(regexp = BRANCH, message = "a branch's code of 12 digits")
            @Nullable
            String unit,

            @NotNull @Nullable UUID account,

            @Schema(example = "2") @NotNull @Min(1) @Max(1_000_000) @Nullable
            Integer points,

            @Schema(example = "2026-03-17 缺席 3") @NotBlank @Size(max = 100) @SingleLine @Nullable
            String reference,

            @Schema(example = "报名后两次无故缺席") @NotBlank @Size(max = 500) @Nullable
            String reason) {}
}
