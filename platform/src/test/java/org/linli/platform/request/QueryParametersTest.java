package org.linli.platform.request;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.platform.problem.FieldError;
import org.linli.platform.problem.Problem;
import org.linli.platform.problem.ProblemException;
import org.linli.platform.unit.UnitLevel;
import org.springframework.http.HttpStatus;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class QueryParametersTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @Test
    void an_empty_parameter_is_an_absent_one() {
        List<Object> read = QueryParameters.read(query -> List.of(
                query.periods("", (String) null),
                query.anyOf("level", "", UnitLevel.class),
                query.prefix("unit", null)));
        assertThat(read).containsExactly(PeriodRange.ALWAYS, Optional.empty(), "");
    }

    @Test
    void periods_may_be_open_at_either_end() {
        PeriodRange range = QueryParameters.read(query -> query.periods("2026-03", ""));
        assertThat(range).isEqualTo(PeriodRange.of(MARCH, null));
    }

    @ParameterizedTest(name = "{0} to {1}: {2} is {3}")
    @CsvSource({
        "2026-3, 2026-04, from, not a period",
        "2026-03, 2026/04, to, written with slashes",
        "2026-03, 2026-02, to, before from",
        ", 2026-02, from, missing",
        "2026-03, , to, missing",
        "2016-01, 2026-01, to, too far from from",
    })
    void a_closed_range_names_the_end_at_fault(String from, String to, String field, String reason) {
        Problem problem = refused(query -> query.periods("from", from, "to", to, 120));
        assertThat(problem.errors()).extracting(FieldError::field).containsExactly(field);
        assertThat(problem.errors()).extracting(FieldError::reason).containsExactly(reason);
    }

    @Test
    void an_end_before_the_beginning_is_told_what_would_be_right() {
        assertThat(refused(query -> query.periods(MARCH, MARCH.minusMonths(1))).errors())
                .containsExactly(new FieldError("to", "before from", "a period not before 2026-03"));
    }

    @Test
    void a_constant_may_be_written_small() {
        Optional<UnitLevel> level = QueryParameters.read(query -> query.anyOf("level", "street", UnitLevel.class));
        assertThat(level).contains(UnitLevel.STREET);
    }

    @Test
    void every_parameter_at_fault_is_named_with_400() {
        Problem problem = refused(query -> query.periods("2026", "x")
                + query.prefix("unit", "44x")
                + query.anyOf("level", "moon", UnitLevel.class));
        assertThat(problem.status()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(problem.errors()).extracting(FieldError::field).containsExactly("from", "to", "unit", "level");
        assertThat(problem.errors()).extracting(FieldError::expected).noneMatch(String::isEmpty);
    }

    private static Problem refused(Function<QueryParameters, Object> reader) {
        return catchThrowableOfType(ProblemException.class, () -> QueryParameters.read(reader))
                .problem();
    }
}
