package org.linli.fund;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.junit.jupiter.api.Test;
import org.linli.platform.security.Role;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.TestEvent;
import org.linli.platform.testing.TestHttp;
import org.linli.platform.testing.TestKafka;
import org.linli.platform.testing.history.Histories;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** Statements in their thousands: 250 branches over a year, as a city's acceptances come at the end of a month. */
@LinliTest
class AccrualRateIT {

    private static final Logger log = LoggerFactory.getLogger(AccrualRateIT.class);
    private static final int BRANCHES = 250;
    private static final int MONTHS = 12;
    /** Far below what is reached, so that a busy machine does not fail the build; a row at a time does. */
    private static final int AT_LEAST_A_SECOND = 150;

    @Autowired
    TestHttp http;

    @Autowired
    TestKafka kafka;

    @Autowired
    MeterRegistry metrics;

    @Test
    void thousands_of_statements_are_counted_within_seconds() {
        String street = Histories.freshStreet();
        FundSteps fund = new FundSteps(http, kafka);
        fund.accepted(street + "999", "2026-01", 1, "1.00");
        List<TestEvent> events = statements(street);

        Instant begin = Instant.now();
        kafka.publish(events);
        fund.awaitCounted(street, events.size() + 1L);
        Duration took = Duration.between(begin, Instant.now());

        long rate = events.size() * 1000L / took.toMillis();
        Timer batch = metrics.get("linli.inbox.batch")
                .tag("consumer", "fund.obligation")
                .timer();
        log.info(
                "{} statements counted in {}: {} a second; {} batches so far, {} ms each",
                events.size(),
                took,
                rate,
                batch.count(),
                Math.round(batch.mean(TimeUnit.MILLISECONDS)));
        assertThat(rate).isGreaterThan(AT_LEAST_A_SECOND);
        assertThat(fund.get(Role.AUDITOR, street, "/api/fund/ledger/invariants")
                        .get("hold")
                        .asBoolean())
                .isTrue();
    }

    private static List<TestEvent> statements(String street) {
        List<TestEvent> events = new ArrayList<>();
        for (int month = 0; month < MONTHS; month++) {
            String period = YearMonth.of(2026, 1).plusMonths(month).toString();
            for (int branch = 0; branch < BRANCHES; branch++) {
                events.add(FundSteps.statement(street + "%03d".formatted(branch), period, 1, "1234.56"));
            }
        }
        return events;
    }
}
