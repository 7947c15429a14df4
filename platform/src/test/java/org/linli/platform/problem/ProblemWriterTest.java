package org.linli.platform.problem;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.NotAcceptableStatusException;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What a refusal says in headers. */
class ProblemWriterTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final ProblemWriter writer = new ProblemWriter(JsonMapper.builder().build(), new SimpleMeterRegistry());
    private final MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/notes/1"));

    @Test
    void the_line_of_a_body_that_came_too_late_is_closed() {
        assertThat(headersOf(Problem.of("body-too-slow", HttpStatus.REQUEST_TIMEOUT, "Too slow"))
                        .getConnection())
                .containsExactly("close");
    }

    @Test
    void one_that_has_no_place_says_which_work_is_busy_so_that_no_breaker_counts_it() {
        HttpHeaders headers = headersOf(Problem.of("capacity-reached", HttpStatus.SERVICE_UNAVAILABLE, "Too much")
                .with(Problem.WORK, "imports"));
        assertThat(headers.getFirst(Problem.BUSY)).isEqualTo("imports");
        assertThat(headers.getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("2");
    }

    @Test
    void another_503_is_a_failure_of_the_service() {
        assertThat(headersOf(Problem.of("database-away", HttpStatus.SERVICE_UNAVAILABLE, "Away"))
                        .containsHeader(Problem.BUSY))
                .isFalse();
    }

    @Test
    void nothing_is_said_of_an_answer_that_was_not_given() {
        exchange.getResponse().getHeaders().setETag("\"3\"");
        exchange.getResponse().getHeaders().setLocation(URI.create("/notes/2"));
        writer.write(exchange, new NotAcceptableStatusException(List.of(MediaType.APPLICATION_JSON)))
                .block(LIMIT);
        HttpHeaders headers = exchange.getResponse().getHeaders();
        assertThat(headers.getETag()).isNull();
        assertThat(headers.getLocation()).isNull();
        assertThat(headers.getAccept()).containsExactly(MediaType.APPLICATION_JSON);
    }

    private HttpHeaders headersOf(Problem problem) {
        writer.write(exchange, problem).block(LIMIT);
        return exchange.getResponse().getHeaders();
    }
}
