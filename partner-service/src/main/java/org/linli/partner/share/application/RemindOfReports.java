package org.linli.partner.share.application;

import org.linli.partner.history.ShanghaiDay;
import org.linli.partner.share.wire.TurnoverRemindedV1;
import org.linli.platform.outbox.Outbox;
import org.linli.platform.security.Visibility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;

/** Every morning brings late reports to mind, each at most once a week: the partner is told, the branch sees when. */
@Component
public class RemindOfReports {

    private static final Logger log = LoggerFactory.getLogger(RemindOfReports.class);

    private static final int AT_ONCE = 500;

    private final LateReports late;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final int everyDays;

    RemindOfReports(
            LateReports late,
            Outbox outbox,
            TransactionalOperator transaction,
            Clock clock,
            @Value("${linli.partner.share.remind-every-days:7}") int everyDays) {
        this.late = late;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
        this.everyDays = everyDays;
    }

    @Scheduled(cron = "${linli.partner.share.reminders:0 0 8 * * *}", zone = "Asia/Shanghai")
    void daily() {
        remind().doOnNext(count -> log.info("{} late turnover reports brought to mind", count))
                .doOnError(failure -> log.warn("Late reports could not be looked at: {}", failure.toString()))
                .onErrorComplete()
                .block();
    }

    /** @return how many were brought to mind */
    public Mono<Long> remind() {
        LocalDate today = ShanghaiDay.today(clock);
        return some(today)
                .expand(told -> told < AT_ONCE ? Mono.empty() : some(today))
                .reduce(0L, Long::sum);
    }

    /** What is marked is told of, both in one transaction. */
    private Mono<Integer> some(LocalDate today) {
        return late.remind(Visibility.system(), today, everyDays, AT_ONCE)
                .flatMap(told -> outbox.append(
                                told.stream().map(TurnoverRemindedV1::event).toList())
                        .thenReturn(told.size()))
                .as(transaction::transactional);
    }
}
