package org.linli.partner.trial.web;

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
import org.linli.partner.trial.Thresholds;
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
@RequestMapping("/api/partner/trial-thresholds/{unit}")
@Tag(name = "Trials 试课")
class ThresholdController {

    private final UnitSettings<Thresholds> rules;

    ThresholdController(UnitSettings<Thresholds> rules) {
        this.rules = rules;
    }

    /** What a trial must show at least; a trial may ask for more, never for less. */
    @Schema(name = "ThresholdRequest")
    record ThresholdRequest(
            @Schema(example = "2", description = "Sessions held") @NotNull @Min(1) @Max(100) @Nullable
            Integer minSessions,

            @Schema(example = "10", description = "People who attended, all sessions together")
            @NotNull
            @Min(1)
            @Max(100_000)
            @Nullable
            Integer minAttendance,

            @Schema(example = "3.50", description = "Average of all scores, 1 to 5")
            @NotNull
            @DecimalMin("1")
            @DecimalMax("5")
            @Digits(integer = 1, fraction = 2)
            @Nullable
            BigDecimal minAverage) {

        Thresholds least() {
            return new Thresholds(
                    Objects.requireNonNull(minSessions),
                    Objects.requireNonNull(minAttendance),
                    Objects.requireNonNull(minAverage));
        }
    }

    /** @param scope units that they were set for, by their prefix; empty: all */
    @Schema(name = "Threshold")
    record ThresholdView(
            @Schema(example = "440703006") String scope,
            @Schema(example = "2") int minSessions,
            @Schema(example = "10") int minAttendance,
            @Schema(example = "3.50") String minAverage,
            @Schema(example = "hq") String setBy,
            Instant setAt) {

        static ThresholdView of(UnitSetting<Thresholds> rule) {
            return new ThresholdView(
                    rule.scope(),
                    rule.terms().sessions(),
                    rule.terms().attendance(),
                    rule.terms().average().toPlainString(),
                    rule.setBy(),
                    rule.setAt());
        }
    }

    @GetMapping
    @AllowedStaff
    @Operation(
            operationId = "getTrialThreshold",
            summary = "Get the trial thresholds of a unit 试课标准",
            description = "As the nearest tier at or above the unit set it; the scope says which.")
    Mono<ThresholdView> holding(Actor actor, @Parameter(example = "440703006107") @PathVariable String unit) {
        return rules.holding(actor.covered(unit)).map(ThresholdView::of);
    }

    @PutMapping
    @Allowed({Role.CITY, Role.HQ})
    @Operation(
            operationId = "setTrialThreshold",
            summary = "Set the trial thresholds of a unit 设定试课标准",
            description = "For the unit and all below it that have no rule of their own. Trials under way keep theirs.")
    Mono<ThresholdView> set(
            Actor actor,
            @Parameter(example = "440703006") @PathVariable String unit,
            @Valid @RequestBody ThresholdRequest request) {
        return rules.set(actor.covered(unit), request.least(), actor.subject(), actor.scope())
                .map(ThresholdView::of);
    }
}
