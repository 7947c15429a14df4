package org.linli.partner.proposal.review;

import org.linli.partner.call.application.StoredCall;
import org.linli.partner.proposal.application.Rankings;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

/** Freezes what the reviewers of the last round say, when something is decided. */
@Component
class FreezeRanking implements Rankings {

    private final Scores scores;
    private final FrozenRankings frozen;

    FreezeRanking(Scores scores, FrozenRankings frozen) {
        this.scores = scores;
        this.frozen = frozen;
    }

    @Override
    public Mono<UUID> freeze(StoredCall call, String by, Instant at, Scope scope) {
        UUID id = call.call().id();
        return scores.lastRound(id, scope)
                .filter(round -> round > 0)
                .flatMap(round -> scores.counting(id, round, scope)
                        .map(sheets -> Ranking.of(call.call().terms().criteria(), sheets))
                        .flatMap(places -> frozen.keep(call, round, places, by, at, scope)));
    }
}
