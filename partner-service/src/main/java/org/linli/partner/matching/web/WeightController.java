package org.linli.partner.matching.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.partner.matching.Fact;
import org.linli.partner.matching.Weights;
import org.linli.partner.unitsettings.UnitSetting;
import org.linli.partner.unitsettings.UnitSettings;
import org.linli.platform.request.Fields;
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

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

@RestController
@RequestMapping("/api/partner/matching-weights/{unit}")
@Tag(name = "Matching 匹配")
class WeightController {

    private static final int MOST = 1000;
    private static final String EXAMPLE = """
            {"NAMED": 50, "TOPIC": 20, "SAME_UNIT": 15, "SAME_STREET": 5, "TIME": 15, "CAPACITY": 10, "BUDGET": 10,
             "MODE": 5, "STANDING": 5}""";

    private final UnitSettings<Weights> rules;

    WeightController(UnitSettings<Weights> rules) {
        this.rules = rules;
    }

    @Schema(name = "WeightsRequest")
    record WeightsRequest(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = EXAMPLE,
                    description = "Of every fact, 0 to 1000; of TOPIC for each of up to three")
            @Nullable
            Map<Fact, Integer> points) {

        Weights weights() {
            Map<Fact, Integer> given = Objects.requireNonNullElse(points, Map.of());
            Fields fields = new Fields();
            for (Fact fact : Fact.values()) {
                fields.number("points." + fact, given.get(fact), 0, MOST);
            }
            fields.refuse("The weights are not valid");
            return new Weights(given);
        }
    }

    /** @param scope units that they were set for, by their prefix; empty: all */
    @Schema(name = "Weights")
    record WeightsView(
            @Schema(example = "440703006") String scope,
            @Schema(example = EXAMPLE) Map<Fact, Integer> points,
            @Schema(example = "hq") String setBy,
            Instant setAt) {

        static WeightsView of(UnitSetting<Weights> rule) {
            return new WeightsView(rule.scope(), rule.terms().points(), rule.setBy(), rule.setAt());
        }
    }

    @GetMapping
    @AllowedStaff
    @Operation(
            operationId = "getMatchingWeight",
            summary = "Get the matching weights of a unit 匹配权重",
            description = "As the nearest tier at or above the unit set it; the scope says which.")
    Mono<WeightsView> holding(Actor actor, @Parameter(example = "440703006107") @PathVariable String unit) {
        return rules.holding(actor.covered(unit)).map(WeightsView::of);
    }

    @PutMapping
    @Allowed({Role.CITY, Role.HQ})
    @Operation(
            operationId = "setMatchingWeight",
            summary = "Set the matching weights of a unit 设定匹配权重",
            description = "For the unit and all below it that have no rule of their own, from the next match on.")
    Mono<WeightsView> set(
            Actor actor,
            @Parameter(example = "440703006") @PathVariable String unit,
            @RequestBody WeightsRequest request) {
        return rules.set(actor.covered(unit), request.weights(), actor.subject(), actor.scope())
                .map(WeightsView::of);
    }
}
