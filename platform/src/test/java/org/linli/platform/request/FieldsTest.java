package org.linli.platform.request;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.platform.money.Yuan;
import org.linli.platform.problem.FieldError;
import org.linli.platform.problem.Problem;
import org.linli.platform.problem.ProblemException;
import org.linli.platform.unit.UnitCode;
import org.linli.platform.unit.UnitLevel;
import org.springframework.http.HttpStatus;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class FieldsTest {

    @Test
    void reads_what_is_right() {
        List<Object> read = Fields.read(
                "The sample is not valid",
                fields -> List.of(
                        fields.text("text", " 长者饭堂 ", 4),
                        fields.name("name", "Ａ１", 4),
                        fields.amountAboveZero("amount", "12.30"),
                        fields.decimal("rate", "0.25", "1", 4),
                        fields.day("day", "2026-03-14"),
                        fields.branch("unit", "440703006101"),
                        fields.oneOf("level", "STREET", UnitLevel.class)));
        assertThat(read)
                .containsExactly(
                        "长者饭堂",
                        "A1",
                        Yuan.ofFen(1230),
                        new BigDecimal("0.2500"),
                        LocalDate.of(2026, 3, 14),
                        UnitCode.of("440703006101"),
                        UnitLevel.STREET);
    }

    @Test
    void names_every_field_at_fault_with_422() {
        Problem problem = refused(fields -> fields.text("text", " ", 4)
                + fields.amountFromZero("amount", "-1")
                + fields.day("day", "2026-02-30")
                + fields.number("number", null, 1, 9));
        assertThat(problem.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(problem.title()).isEqualTo("The sample is not valid");
        assertThat(problem.errors())
                .extracting(error -> error.field() + " " + error.reason())
                .containsExactly("text missing", "amount out of range", "day not a day", "number missing");
    }

    @Test
    void names_nested_fields_by_their_path() {
        Problem problem = refused(fields -> {
            fields.in("terms").period("from", "2026-3");
            Fields line = fields.in("terms").in("lines", 3);
            line.addAll(List.of(new FieldError("amount", "larger than the sum", "at most 1.00")));
            return line.amount("tax", "1,00");
        });
        assertThat(problem.errors())
                .extracting(FieldError::field)
                .containsExactly("terms.from", "terms.lines[3].amount", "terms.lines[3].tax");
    }

    @Test
    void answers_a_page_of_errors_and_the_count_of_the_rest() {
        Problem problem = refused(fields -> IntStream.range(0, 25)
                .mapToObj(i -> fields.in("lines", i).text("item", null, 9))
                .toList());
        assertThat(problem.toDetail().getProperties()).containsEntry("moreErrors", 5);
        assertThat(problem.toDetail().getProperties().get("errors"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(20);
    }

    @ParameterizedTest(name = "from {0} to {1} says {2}")
    @CsvSource({"2026-03-14, 2026-03-14, ", "2026-03-14, 2026-03-13, to before from", "2026-03-14, x, to not a day"})
    void an_end_is_not_before_its_beginning(String from, String to, @Nullable String said) {
        Fields fields = new Fields();
        boolean right = fields.inOrder("from", fields.day("from", from), "to", fields.day("to", to), "a day");
        assertThat(right).isEqualTo(said == null);
        assertThat(fields.errors())
                .extracting(error -> error.field() + " " + error.reason())
                .isEqualTo(said == null ? List.of() : List.of(said));
    }

    @Test
    void a_constant_has_one_spelling() {
        assertThat(refused(fields -> fields.oneOf("level", "street", UnitLevel.class))
                        .errors())
                .containsExactly(new FieldError("level", "not valid", "one of [CITY, DISTRICT, STREET, COMMUNITY]"));
    }

    private static Problem refused(Function<Fields, Object> reader) {
        return catchThrowableOfType(ProblemException.class, () -> Fields.read("The sample is not valid", reader))
                .problem();
    }
}
