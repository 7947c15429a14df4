package org.linli.company.consolidation;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.linli.platform.testing.LinliTest;
import org.linli.platform.testing.TestEvent;
import org.linli.platform.testing.TestHttp;
import org.linli.platform.testing.TestKafka;
import org.linli.platform.testing.history.Histories;
import org.linli.platform.testing.history.History;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How many statements a second go from Kafka into the figures, one service process and PostgreSQL on this machine.
 * Prints the rate; {@code -Dlinli.rate.branches=} makes it a measurement (12 statements each, of 15 entries).
 */
@LinliTest
class ConsolidationRateIT {

    private static final int PERIODS = 12;

    @Autowired
    TestKafka kafka;

    @Autowired
    TestHttp http;

    @Test
    void statements_go_in_by_the_batch() {
        int branches = Integer.getInteger("linli.rate.branches", 40);
        ConsolidationSteps steps = new ConsolidationSteps(http, kafka);
        History history = Histories.seeded(5)
                .street(Histories.freshStreet())
                .branches(branches)
                .periods("2026-01", PERIODS)
                .entries(15)
                .corrections(0.05)
                .oneStreetOnly()
                .make();
        var events = TestEvent.accepted(history);
        String city = history.statements().getFirst().unit().substring(0, 4);

        Instant begin = Instant.now();
        kafka.publish(events);
        Awaitility.await("all statements")
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(50))
                .until(() ->
                        steps.get(city + "/progress").get("acceptedStatements").asLong() == events.size());
        double seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
        System.out.printf(
                "consolidated %d statements in %.2f s: %.0f a second%n",
                events.size(), seconds, events.size() / seconds);

        JsonNode view = steps.get(city + "?from=2026-01&to=2026-12");
        assertThat(view.get("total").get("gross").asString())
                .isEqualTo(history.figures(city).gross().toPlainString());
        assertThat(view.get("total").get("eliminated").asString())
                .isEqualTo(history.figures(city).eliminated().toPlainString());
    }
}
