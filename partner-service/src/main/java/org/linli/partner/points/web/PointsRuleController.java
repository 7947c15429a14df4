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
import org.linli.partner.points.PointsRule;
import org.linli.partner.points.application.PointsRuleBook;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.openapi.Creates;
import org.linli.platform.problem.SingleLine;
import org.linli.platform.request.QueryParameters;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.RequiredScope;
import org.linli.platform.security.Role;
import org.linli.platform.text.Texts;
import org.linli.platform.unit.UnitCode;
import org.linli.platform.unit.UnitLevel;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Objects;

@RestController
@RequestMapping("/api/partner/points/rules")
@Tag(name = "Points 积分", description = "Earned by volunteering, spent on services, lost with a reason")
class PointsRuleController {

    private static final String STREET = "[0-9]{9}";

    private final PointsRuleBook rules;
    private final CommandEndpoint<PointsRule, PointsRule> decided;

    PointsRuleController(PointsRuleBook rules, CommandEndpoints commands) {
        this.rules = rules;
        this.decided = commands.of("The street", PointsRule.class);
    }

    @GetMapping
    @Allowed({
        Role.CITY,
        Role.HQ,
        Role.BRANCH_HEAD,
        Role.BRANCH_CLERK,
        Role.PARTNER,
        Role.SEEKER,
        Role.RESIDENT,
        Role.AUDITOR
    })
    @RequiredScope("profile:read")
    @Operation(operationId = "listPointsRules", summary = "List the points rules of a street 积分规则")
    Mono<RulesView> list(@RequestParam @Schema(example = "440703006") String street) {
        UnitCode unit = QueryParameters.read(query ->
                query.unit("street", street, code -> code.level() == UnitLevel.STREET, "a street's code", "9 digits"));
        return rules.inForce(unit.value()).map(RulesView::new);
    }

    @PostMapping
    @Creates(located = false)
    @Allowed(Role.HQ)
    @Operation(
            operationId = "decidePointsRule",
            summary = "Set a points rule 制定积分规则",
            description =
                    "A code that is there already gets its next version; points earned before keep what they were.")
    Mono<ResponseEntity<PointsRule>> decide(Actor actor, CommandKey key, @Valid @RequestBody RuleRequest request) {
        return decided.create(key, request, () -> rules.decide(request.toRule(), actor.subject(), actor.scope()));
    }

    @Schema(name = "PointsRules")
    record RulesView(List<PointsRule> items) {}

    @Schema(name = "PointsRuleRequest")
    record RuleRequest(
            @Schema(example = "440703006")
            @NotNull
            @Pattern(regexp = STREET, message = "a street's code of 9 digits")
            @Nullable
            String street,

            @Schema(example = "VOLUNTEER_HOUR")
            @NotNull
            @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}", message = "capital letters, digits and underscores, 2 to 40")
            @Nullable
            String code,

            @Schema(example = "志愿服务") @NotBlank @Size(max = 100) @SingleLine @Nullable
            String name,

            @Schema(example = "2") @NotNull @Min(1) @Max(10_000) @Nullable
            Integer points,

            @Schema(example = "小时") @NotBlank @Size(max = 40) @SingleLine @Nullable
            String per,

            @Schema(example = "12") @NotNull @Min(1) @Max(120) @Nullable
            Integer validMonths,

            @Nullable Boolean active) {

        PointsRule toRule() {
            return new PointsRule(
                    Objects.requireNonNull(street),
                    Objects.requireNonNull(code),
                    0,
                    Texts.trimmed(Objects.requireNonNull(name)),
                    Objects.requireNonNull(points),
                    Texts.trimmed(Objects.requireNonNull(per)),
                    Objects.requireNonNull(validMonths),
                    !Boolean.FALSE.equals(active));
        }
    }
}
