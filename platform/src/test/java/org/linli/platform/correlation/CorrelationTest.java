package org.linli.platform.correlation;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.platform.sample.Notes;
import org.linli.platform.sample.SampleTest;
import org.linli.platform.security.Role;
import org.linli.platform.testing.TestHttp;
import org.linli.platform.testing.history.Histories;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

@SampleTest
class CorrelationTest {

    @Autowired
    TestHttp http;

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger log = (Logger) LoggerFactory.getLogger(Notes.class.getPackageName());

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(lines);
    }

    @Test
    void every_log_line_of_a_request_and_of_its_event_carries_the_id() {
        String unit = Histories.freshStreet() + "101";
        String id = "logged-" + unit;
        http.as(Role.BRANCH_CLERK, unit)
                .post()
                .uri("/api/sample/notes")
                .header(Correlation.HEADER, id)
                .bodyValue(Map.of("unit", unit, "text", "夜市", "amount", "1.00"))
                .exchange()
                .expectStatus()
                .isCreated();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(of(id)).containsExactly("wrote a note", "was given an event"));
    }

    @Test
    void an_id_that_could_do_harm_is_replaced() {
        for (String id : List.of("a b", "x".repeat(101), "{}")) {
            http.anonymous()
                    .get()
                    .uri("/api/sample/greeting")
                    .header(Correlation.HEADER, id)
                    .exchange()
                    .expectHeader()
                    .value(Correlation.HEADER, value -> assertThat(value).matches("[0-9a-f-]{36}"));
        }
    }

    private List<String> of(String id) {
        return List.copyOf(lines.list).stream()
                .filter(line -> id.equals(line.getMDCPropertyMap().get(Correlation.KEY)))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
