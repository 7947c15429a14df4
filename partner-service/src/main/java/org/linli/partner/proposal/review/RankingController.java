package org.linli.partner.proposal.review;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.partner.call.application.OpenCalls;
import org.linli.partner.call.application.StoredCall;
import org.linli.partner.id.Ids;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.linli.platform.security.AllowedStaff;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;

@RestController
@RequestMapping("/api/partner")
@Tag(name = "Review 评审")
class RankingController {

    private final OpenCalls calls;
    private final Scores scores;
    private final FrozenRankings frozen;

    RankingController(OpenCalls calls, Scores scores, FrozenRankings frozen) {
        this.calls = calls;
        this.scores = scores;
        this.frozen = frozen;
    }

    @GetMapping("/open-calls/{id}/ranking")
    @AllowedStaff
    @Operation(
            operationId = "getOpenCallRanking",
            summary = "Get a call's proposals ranked by weighted score 评审排名",
            description = "As it is now: means by criterion, times weight, summed; half up to two places.")
    Mono<RankingView> now(
            Actor actor,
            @PathVariable String id,
            @Parameter(description = "The last one scored unless given", example = "1")
                    @RequestParam(required = false)
                    @Nullable
                    Integer round) {
        return calls.find(actor.scope(), Ids.of(id, "The call"))
                .flatMap(call -> scores.lastRound(call.call().id(), actor.scope())
                        .flatMap(last -> ranking(call, round == null ? last : round, actor)))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("The call").exception()));
    }

    private Mono<RankingView> ranking(StoredCall call, int round, Actor actor) {
        UUID id = call.call().id();
        return scores.counting(id, round, actor.scope())
                .map(sheets -> new RankingView(
                        id, round, Ranking.of(call.call().terms().criteria(), sheets)));
    }

    @GetMapping("/rankings/{id}")
    @AllowedStaff
    @Operation(operationId = "getRanking", summary = "Get a frozen ranking 定格排名")
    Mono<FrozenRanking> one(Actor actor, @PathVariable String id) {
        return frozen.find(Ids.of(id, "The ranking"), actor.scope())
                .switchIfEmpty(Mono.error(() -> Problem.notFound("The ranking").exception()));
    }

    /** @param round 0 where nobody has scored */
    @Schema(name = "Ranking")
    record RankingView(UUID callId, int round, List<Ranking.Place> places) {}
}
