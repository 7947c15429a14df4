package org.linli.partner.points.application;

import org.linli.partner.history.ShanghaiDay;
import org.linli.partner.points.PointsAccount;
import org.linli.partner.points.PointsEntry;
import org.linli.partner.points.PointsEntry.Kind;
import org.linli.partner.points.PointsLot;
import org.linli.partner.points.PointsMove;
import org.linli.partner.points.store.PointsAccounts;
import org.linli.partner.points.store.PointsJournal;
import org.linli.platform.unit.Scope;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;

/** Books away what has ended. Nobody can spend it meanwhile: a balance counts no ended points. */
@Component
public class ExpirePoints {

    private final PointsAccounts accounts;
    private final PointsJournal journal;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ExpirePoints(PointsAccounts accounts, PointsJournal journal, TransactionalOperator transaction, Clock clock) {
        this.accounts = accounts;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Each hour, an account a transaction; harmless when two services do it at once. @return entries booked */
    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    public Mono<Long> expire() {
        LocalDate today = ShanghaiDay.today(clock);
        return accounts.withEndedPoints(today)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(account -> expire(account, today).as(transaction::transactional))
                .reduce(0L, Long::sum);
    }

    private Mono<Long> expire(PointsAccount account, LocalDate today) {
        return accounts.lock(account.id(), Scope.of(account.street()))
                .flatMap(accounts::lots)
                .flatMapIterable(lots -> lots)
                .filter(lot -> lot.expiresOn().isBefore(today))
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(lot -> journal.add(expired(account, lot), PointsMove.expiry(lot)))
                .count();
    }

    private PointsEntry expired(PointsAccount account, PointsLot lot) {
        return new PointsEntry(
                account.id(),
                account.id(),
                Kind.EXPIRED,
                lot.remaining(),
                null,
                null,
                null,
                "ended on " + lot.expiresOn(),
                null,
                "linli",
                clock.instant());
    }
}
