package org.linli.partner.partner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.AllowedStaffAndPartners;
import org.linli.platform.security.RequiredScope;
import org.linli.platform.security.Role;
import org.linli.platform.text.Texts;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
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
@RequestMapping("/api/partner/partners/{id}/standings")
@Tag(name = "Partners 合伙人")
class PartnerStatusController {

    private final PartnerStatuses standings;
    private final PartnerWrites writes;
    private final PartnerRights rights;
    private final CommandEndpoint<StoredPartner, PartnerView> partners;

    PartnerStatusController(
            PartnerStatuses standings, PartnerWrites writes, PartnerRights rights, CommandEndpoints commands) {
        this.standings = standings;
        this.writes = writes;
        this.rights = rights;
        this.partners = PartnerController.endpoint(commands);
    }

    @PostMapping
    @Allowed(Role.HQ)
    @Operation(
            operationId = "setPartnerStanding",
            summary = "Suspend or reinstate a partner in a street 暂停或恢复合伙人",
            description = "Counts in your own streets only. A suspended partner may start nothing new there; elsewhere"
                    + " nothing changes.")
    Mono<ResponseEntity<PartnerView>> set(
            Actor actor,
            CommandKey key,
            ExpectedVersion expected,
            @PathVariable UUID id,
            @Valid @RequestBody StandingRequest request) {
        UnitCode street = actor.covered(Objects.requireNonNull(request.street()));
        return partners.change(
                key,
                request,
                () -> writes.lock(id)
                        .switchIfEmpty(Mono.error(PartnerRights::notFound))
                        .doOnNext(locked -> expected.check(locked.version()))
                        .flatMap(locked -> set(id, street, request, actor))
                        .then(Mono.defer(() -> rights.visible(id, actor))));
    }

    @GetMapping
    @AllowedStaffAndPartners
    @RequiredScope("profile:read")
    @Operation(
            operationId = "listPartnerStandings",
            summary = "List a partner's status history 状态历史",
            description = "In your own streets; a partner sees all that was said of it.")
    Mono<StandingHistory> history(Actor actor, @PathVariable UUID id) {
        return rights.visible(id, actor)
                .flatMap(found -> rights.owns(id, actor))
                .flatMap(own -> standings.history(id, own ? Scope.everywhere() : actor.scope()))
                .map(StandingHistory::new);
    }

    private Mono<Void> set(UUID id, UnitCode street, StandingRequest request, Actor actor) {
        PartnerState state = Objects.requireNonNull(request.state());
        String reason = Texts.trimmed(Objects.requireNonNull(request.reason()));
        return standings.set(id, street, state, reason, actor.subject()).then(writes.countUp(id));
    }

    @Schema(name = "StandingRequest")
    record StandingRequest(
            @Schema(example = "440703006", description = "Street, 9 digits")
            @NotNull
            @Pattern(regexp = "[0-9]{9}", message = "a street's code of 9 digits")
            @Nullable
            String street,

            @NotNull @Nullable PartnerState state,

            @Schema(example = "两次未按约定提供公益课时") @NotBlank @Size(max = 500) @Nullable
            String reason) {}

    @Schema(name = "StandingHistory")
    record StandingHistory(List<PartnerStatusChange> items) {}
}
