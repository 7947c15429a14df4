package org.linli.partner.share.application;

import org.linli.partner.agreement.Reach;
import org.linli.partner.agreement.Version;
import org.linli.platform.unit.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;

/** Every morning brings late reports to mind, each at most once a week; partner and branch see when. */
@Component
public class RemindOfReports {

    private static final Logger log = LoggerFactory.getLogger(RemindOfReports.class);

    private final LateReports late;
    private final Clock clock;
    private final int everyDays;

    RemindOfReports(LateReports late, Clock clock, @Value("${linli.partner.share.remind-every-days:7}") int everyDays) {
        this.late = late;
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
        return late.remind(Reach.ofStaff(Scope.everywhere()), LocalDate.now(clock.withZone(Version.DAYS)), everyDays);
    }
}
