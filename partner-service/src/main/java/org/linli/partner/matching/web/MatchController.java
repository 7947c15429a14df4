package org.linli.partner.matching.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.partner.id.Ids;
import org.linli.partner.matching.Candidates;
import org.linli.partner.matching.Fact;
import org.linli.partner.matching.Match;
import org.linli.partner.matching.MatchKind;
import org.linli.partner.matching.Profile;
import org.linli.partner.matching.Ranking;
import org.linli.partner.matching.Reason;
import org.linli.partner.matching.Weights;
import org.linli.partner.unitsettings.UnitSetting;
import org.linli.partner.unitsettings.UnitSettings;
import org.linli.platform.bulkhead.HeavyWork;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.linli.platform.security.AllowedStaff;
import org.linli.platform.unit.UnitCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.UUID;

@RestController
@RequestMapping("/api/partner")
@Tag(name = "Matching 匹配", description = "What goes with what, ranked, with the reasons and what each counts")
class MatchController {

    private static final int MOST = 100;
    private static final String HOW = "Within its street, best first; kind= narrows to NEED, RESOURCE, PROJECT, CALL or"
            + " PROPOSAL. A score is the sum of its reasons' points, a tie goes to the latest.";

    private final Candidates candidates;
    private final UnitSettings<Weights> rules;

    MatchController(Candidates candidates, UnitSettings<Weights> rules) {
        this.candidates = candidates;
        this.rules = rules;
    }

    @GetMapping("/needs/{id}/matches")
    @HeavyWork("matches")
    @AllowedStaff
    @Operation(operationId = "listNeedMatches", summary = "List matches for a need 需求匹配", description = HOW)
    Mono<MatchesView> ofNeed(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) MatchKind.@Nullable Asked kind,
            @Parameter(example = "20") @RequestParam(defaultValue = "20") int limit) {
        return matches(actor, MatchKind.NEED, id, kind, limit);
    }

    @GetMapping("/projects-wanted/{id}/matches")
    @HeavyWork("matches")
    @AllowedStaff
    @Operation(
            operationId = "listProjectsWantedMatches",
            summary = "List matches for a wanted project 项目匹配",
            description = HOW)
    Mono<MatchesView> ofProject(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) MatchKind.@Nullable Asked kind,
            @Parameter(example = "20") @RequestParam(defaultValue = "20") int limit) {
        return matches(actor, MatchKind.PROJECT, id, kind, limit);
    }

    @GetMapping("/open-calls/{id}/matches")
    @HeavyWork("matches")
    @AllowedStaff
    @Operation(operationId = "listOpenCallMatches", summary = "List matches for an open call 英雄帖匹配", description = HOW)
    Mono<MatchesView> ofCall(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) MatchKind.@Nullable Asked kind,
            @Parameter(example = "20") @RequestParam(defaultValue = "20") int limit) {
        return matches(actor, MatchKind.CALL, id, kind, limit);
    }

    @GetMapping("/proposals/{id}/matches")
    @HeavyWork("matches")
    @AllowedStaff
    @Operation(operationId = "listProposalMatches", summary = "List matches for a proposal 方案匹配", description = HOW)
    Mono<MatchesView> ofProposal(
            Actor actor,
            @PathVariable String id,
            @RequestParam(required = false) MatchKind.@Nullable Asked kind,
            @Parameter(example = "20") @RequestParam(defaultValue = "20") int limit) {
        return matches(actor, MatchKind.PROPOSAL, id, kind, limit);
    }

    private Mono<MatchesView> matches(
            Actor actor, MatchKind kind, String id, MatchKind.@Nullable Asked asked, int limit) {
        List<MatchKind> kinds = asked == null ? kind.partners() : kind.partners(asked);
        int most = Math.clamp(limit, 1, MOST);
        return candidates
                .subject(actor.scope(), kind, Ids.of(id, "It"))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("It").exception()))
                .flatMap(subject -> Mono.zip(candidates.near(actor.scope(), subject, kinds), weights(subject.unit()))
                        .map(found -> MatchesView.of(
                                Ranking.of(subject, found.getT1(), found.getT2()), found.getT2(), most)));
    }

    private Mono<Weights> weights(UnitCode unit) {
        return rules.holding(unit).map(UnitSetting::terms);
    }

    @Schema(name = "Matches", description = "Best first, with what each fact counts here")
    record MatchesView(List<MatchView> items, Map<Fact, Integer> weights) {

        static MatchesView of(List<Match> ranked, Weights weights, int most) {
            return new MatchesView(
                    ranked.stream().limit(most).map(MatchView::of).toList(), weights.points());
        }
    }

    @Schema(name = "Match")
    record MatchView(
            MatchKind kind,
            UUID id,
            UnitCode unit,
            @Nullable String unitName,
            @Schema(example = "三楼多功能厅") String title,
            @Schema(example = "65") int score,
            List<Reason> reasons) {

        static MatchView of(Match match) {
            Profile found = match.profile();
            return new MatchView(
                    found.kind(),
                    found.id(),
                    found.unit(),
                    found.unitName(),
                    found.title(),
                    match.score(),
                    match.reasons());
        }
    }
}
