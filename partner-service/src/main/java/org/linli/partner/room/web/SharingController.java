package org.linli.partner.room.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.linli.partner.room.Sharing;
import org.linli.partner.unitsettings.UnitSetting;
import org.linli.partner.unitsettings.UnitSettings;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.AllowedStaff;
import org.linli.platform.security.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

@RestController
@RequestMapping("/api/partner/room-sharing/{unit}")
@Tag(name = "Rooms 场地")
class SharingController {

    private final UnitSettings<Sharing> rules;

    SharingController(UnitSettings<Sharing> rules) {
        this.rules = rules;
    }

    /** How rooms are shared out. Source of the fifth: 80% of a centre are the residents'. */
    @Schema(name = "SharingRequest")
    record SharingRequest(
            @Schema(example = "0.20", description = "Largest share of a month's opening time for offices, at most 0.20")
            @NotNull
            @DecimalMin("0")
            @DecimalMax(value = "0.20", message = "more than a fifth for offices")
            @Digits(integer = 1, fraction = 4)
            @Nullable
            BigDecimal officeRate,

            @Schema(example = "0.50", description = "Largest share for partners")
            @NotNull
            @DecimalMin("0")
            @DecimalMax("1")
            @Digits(integer = 1, fraction = 4)
            @Nullable
            BigDecimal serviceRate,

            @Schema(example = "30", description = "Partners book no further ahead, so that residents come first")
            @NotNull
            @Min(1)
            @Max(366)
            @Nullable
            Integer serviceDaysAhead) {

        Sharing sharing() {
            return new Sharing(
                    Objects.requireNonNull(officeRate),
                    Objects.requireNonNull(serviceRate),
                    Objects.requireNonNull(serviceDaysAhead));
        }
    }

    /** @param scope units that the rule was set for, by their prefix; empty: all */
    @Schema(name = "Sharing")
    record SharingView(
            @Schema(example = "440703006") String scope,
            @Schema(example = "0.2000") String officeRate,
            @Schema(example = "0.5000") String serviceRate,
            @Schema(example = "30") int serviceDaysAhead,
            @Schema(example = "hq") String setBy,
            Instant setAt) {

        static SharingView of(UnitSetting<Sharing> rule) {
            return new SharingView(
                    rule.scope(),
                    rule.terms().officeRate().toPlainString(),
                    rule.terms().serviceRate().toPlainString(),
                    rule.terms().serviceDaysAhead(),
                    rule.setBy(),
                    rule.setAt());
        }
    }

    @GetMapping
    @AllowedStaff
    @Operation(
            operationId = "getRoomSharing",
            summary = "Get the room sharing rule of a unit 场地使用比例",
            description = "The rule of the nearest tier at or above the unit; its scope says which.")
    Mono<SharingView> holding(Actor actor, @Parameter(example = "440703006107") @PathVariable String unit) {
        return rules.holding(actor.covered(unit)).map(SharingView::of);
    }

    @PutMapping
    @Allowed({Role.CITY, Role.HQ})
    @Operation(
            operationId = "setRoomSharing",
            summary = "Set the room sharing rule of a unit 设定场地使用比例",
            description = "For the unit and all below it that have no rule of their own. Bookings made stay.")
    Mono<SharingView> set(
            Actor actor,
            @Parameter(example = "440703006") @PathVariable String unit,
            @Valid @RequestBody SharingRequest request) {
        return rules.set(actor.covered(unit), request.sharing(), actor.subject(), actor.scope())
                .map(SharingView::of);
    }
}
