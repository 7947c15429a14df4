package org.linli.platform.problem;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** What a caller is told of a field that cannot be read. */
class UnreadableJsonTest {

    private final JsonMapper json = mapper();

    enum Kind {
        FIRM,
        PERSON
    }

    record Request(
            @Nullable String rate,
            @Nullable Money price,
            @Nullable Kind kind) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"rate": 10}       | "10" as text, in quotes
            {"rate": 0.20}     | "0.20" as text, in quotes
            {"rate": true}     | "true" as text, in quotes
            {"rate": []}       | a text
            {"price": 20.00}   | "20.00" as text, in quotes
            {"price": 20}      | "20.00" as text, in quotes
            {"kind": "CLUB"}   | one of [FIRM, PERSON]
            """)
    void names_what_would_be_right(String body, String expected) {
        Throwable failure = catchThrowable(() -> json.readValue(body, Request.class));
        assertThat(failure).isNotNull();
        Problem problem = Problems.of(new ServerWebInputException("unreadable", null, failure));
        assertThat(problem.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.expected()).isEqualTo(expected));
    }

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder();
        new ProblemAutoConfiguration().strictJson().customize(builder);
        return builder.build();
    }
}
