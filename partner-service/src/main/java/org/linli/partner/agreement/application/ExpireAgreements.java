package org.linli.partner.agreement.application;

import org.linli.partner.agreement.AgreementCommand;
import org.linli.partner.history.ShanghaiDay;
import org.linli.platform.decision.RefusedException;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.security.Visibility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Lets agreements expire on the day after their last, each in a transaction of its own. */
@Component
public class ExpireAgreements {

    private static final Logger log = LoggerFactory.getLogger(ExpireAgreements.class);
    private static final String BY = "linli";
    private static final int AT_ONCE = 500;

    private final Agreements agreements;
    private final HandleAgreement handle;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ExpireAgreements(Agreements agreements, HandleAgreement handle, TransactionalOperator transaction, Clock clock) {
        this.agreements = agreements;
        this.handle = handle;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Shortly after midnight; a day without this service is made up for by the next. */
    @Scheduled(cron = "${linli.partner.agreement.expiry:0 5 0 * * *}", zone = "Asia/Shanghai")
    void daily() {
        expire().doOnError(failure -> log.warn("Agreements could not expire: {}", failure.toString()))
                .onErrorComplete()
                .block();
    }

    /** @return how many expired */
    public Mono<Long> expire() {
        LocalDate today = ShanghaiDay.today(clock);
        return agreements
                .over(today, Visibility.system(), AT_ONCE)
                .flatMapMany(Flux::fromIterable)
                .concatMap(id -> expire(id, today))
                .count();
    }

    /** Another process may have been faster: then it is refused, and that is well. */
    private Mono<UUID> expire(UUID id, LocalDate today) {
        return handle.handle(
                        id,
                        Visibility.system(),
                        new ExpectedVersion(null),
                        known -> new AgreementCommand.Expire(BY, today))
                .as(transaction::transactional)
                .map(done -> id)
                .onErrorComplete(RefusedException.class);
    }
}
