package org.linli.partner.points.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.linli.partner.points.CardPurpose;
import org.linli.partner.points.PointsEntry;
import org.linli.partner.points.application.HandleAppeals;
import org.linli.partner.points.application.PointsBalances;
import org.linli.partner.points.application.PointsHistory;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.openapi.Creates;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
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
@RequestMapping("/api/partner/points")
@Tag(name = "Points 积分")
class PointsHolderController {

    private final PointsBalances balances;
    private final PointsHistory history;
    private final HandleAppeals appeals;
    private final CommandEndpoint<PointsBalances.Card, PointsBalances.Card> cards;
    private final CommandEndpoint<PointsEntry, PointsEntryView> raised;

    PointsHolderController(
            PointsBalances balances, PointsHistory history, HandleAppeals appeals, CommandEndpoints commands) {
        this.balances = balances;
        this.history = history;
        this.appeals = appeals;
        this.cards = commands.of("The card", PointsBalances.Card.class);
        this.raised = commands.of("The loss", PointsEntryView.class, PointsEntryView::of);
    }

    @PostMapping("/cards")
    @Creates(located = false)
    @Allowed({Role.RESIDENT, Role.PARTNER, Role.SEEKER})
    @Operation(
            operationId = "createPointsCard",
            summary = "Create a points card 出示积分码",
            description =
                    "Stands for you in this street for five minutes, for one purpose: one made for EARN takes no"
                            + " points, one made for SPEND is used up by taking them once. Your account is opened with the first.")
    Mono<ResponseEntity<PointsBalances.Card>> card(
            Actor actor, CommandKey key, @Valid @RequestBody CardRequest request) {
        return cards.create(
                key,
                request,
                () -> balances.newCard(
                        actor.subject(),
                        actor.name(),
                        Objects.requireNonNull(request.street()),
                        Objects.requireNonNullElse(request.purpose(), CardPurpose.EARN)));
    }

    @GetMapping("/mine")
    @Allowed({Role.RESIDENT, Role.PARTNER, Role.SEEKER})
    @Operation(operationId = "getMyPoints", summary = "Get your points balances 我的积分")
    Mono<BalancesView> mine(Actor actor) {
        return balances.own(actor.subject())
                .map(own -> new BalancesView(own.stream()
                        .map(each -> PointsBalanceView.of(each.account(), each.lots(), each.today()))
                        .toList()));
    }

    @GetMapping("/mine/entries")
    @Allowed({Role.RESIDENT, Role.PARTNER, Role.SEEKER})
    @Operation(operationId = "listMyPointsEntries", summary = "List your points entries 我的积分明细")
    Mono<ResponseEntity<Page<PointsEntryView>>> entries(Actor actor, PageRequest page) {
        return history.own(actor.subject(), page).map(found -> page.answer(found, PointsEntryView::of));
    }

    @PostMapping("/losses/{id}/appeal")
    @Creates(located = false)
    @Allowed({Role.RESIDENT, Role.PARTNER, Role.SEEKER})
    @Operation(
            operationId = "appealPointsLoss",
            summary = "Appeal against a loss 对扣分提出申诉",
            description = "Once; HQ decides, never who took the points.")
    Mono<ResponseEntity<PointsEntryView>> appeal(
            Actor actor, CommandKey key, @PathVariable UUID id, @Valid @RequestBody AppealRequest request) {
        return raised.create(
                key,
                request,
                () -> appeals.raise(id, actor.subject(), Texts.trimmed(Objects.requireNonNull(request.text()))));
    }

    @Schema(name = "PointsHolderBalances")
    record BalancesView(List<PointsBalanceView> items) {}

    @Schema(name = "PointsHolderCardRequest")
    record CardRequest(
            @Schema(example = "440703006")
            @NotNull
            @Pattern(regexp = "[0-9]{9}", message = "a street's code of 9 digits")
            @Nullable
            String street,

            @Schema(example = "SPEND", description = "What it is shown for; EARN unless said otherwise") @Nullable
            CardPurpose purpose) {}

    @Schema(name = "PointsHolderAppealRequest")
    record AppealRequest(
            @Schema(example = "当天已请假，有微信记录") @NotBlank @Size(max = 1000) @Nullable
            String text) {}
}
