package org.linli.partner.proposal.application;

import org.linli.platform.security.Visibility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;

/** Expires what was not handed in before its call ended. Several may run at once; each proposal is expired by one. */
@Component
public class ExpireProposals {

    private static final Logger log = LoggerFactory.getLogger(ExpireProposals.class);
    private static final int AT_ONCE = 200;

    private final Proposals proposals;
    private final HandleProposal handle;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ExpireProposals(Proposals proposals, HandleProposal handle, TransactionalOperator transaction, Clock clock) {
        this.proposals = proposals;
        this.handle = handle;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${linli.partner.proposals.expire-first:25s}",
            fixedDelayString = "${linli.partner.proposals.expire-every:30s}")
    public Mono<Void> expire() {
        return proposals
                .overdue(Visibility.system(), clock.instant(), AT_ONCE)
                .flatMapMany(Flux::fromIterable)
                .concatMap(id -> handle.expire(id).as(transaction::transactional))
                .doOnError(failure -> log.warn("Expiring proposals is tried again in a moment: {}", failure.toString()))
                .onErrorComplete()
                .then();
    }
}
