package org.linli.platform.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.money.Yuan;

import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;

class DatesTest {

    @Test
    void days_and_periods_have_one_form() {
        assertThat(Dates.day("2026-03-14")).contains(LocalDate.of(2026, 3, 14));
        assertThat(Dates.day("1900-01-01")).isPresent();
        assertThat(Dates.day("2199-12-31")).isPresent();
        assertThat(Dates.period("2026-03")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-4800-01-01", "+999999999-12-31", "1899-12-31", "2200-01-01", "2026-02-30", "2026-3-1",
                        "2026-03-14T00:00",
                "2026/03/14", "２０２６-03-14", " 2026-03-14", "2026-03-14\n", "20260314", "2026年3月14日", ""
            })
    void anything_else_is_no_day(String text) {
        assertThat(Dates.day(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12345-01", "2026-13", "2026-00", "1899-12", "2200-01", "202603", "2026-3", "-0001-01"})
    void anything_else_is_no_period(String text) {
        assertThat(Dates.period(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026/3/5, 2026-03-05",
        "2026年3月5日, 2026-03-05",
        "2026.03.05, 2026-03-05",
        "20260305, 2026-03-05",
        "２０２６-03-05, 2026-03-05",
        "2026/03/05 00:00:00, 2026-03-05",
        "' 2026-03-05', 2026-03-05"
    })
    void the_day_that_was_meant_is_told(String typed, String meant) {
        assertThat(Dates.expectedDay(typed)).startsWith(meant + ": ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026/13/1", "5/3/2026", "soon", "2026-02-30", "9999/1/1"})
    void where_it_cannot_be_said_none_is_told(String typed) {
        assertThat(Dates.expectedDay(typed)).isEqualTo(Dates.DAY);
    }

    @ParameterizedTest
    @CsvSource({
        "2026/3, 2026-03",
        "2026年3月, 2026-03",
        "202603, 2026-03",
        "2026-11-01, 2026-11",
        "2026/11/1, 2026-11",
        "Nov-26, 2026-11",
        "nov-2026, 2026-11"
    })
    void the_period_that_was_meant_is_told(String typed, String meant) {
        assertThat(Dates.expectedPeriod(typed)).startsWith(meant + ": ");
    }

    @ParameterizedTest
    @CsvSource({
        "'1,234.50', 1234.50, holds thousands separators",
        "'1，234.50', 1234.50, holds thousands separators",
        "１２.５, 12.50, holds full-width digits",
        "(12.50), -12.50, has brackets for minus",
        "（12.50）, -12.50, has brackets for minus",
        "¥12.50, 12.50, not an amount",
        "12.50元, 12.50, not an amount",
        "+12.50, 12.50, not an amount",
        "12.50-, -12.50, not an amount",
        "-¥12, -12.00, not an amount"
    })
    void the_amount_that_was_meant_is_told_and_not_taken(String typed, String meant, String fault) {
        assertThat(Yuan.parse(typed)).isEmpty();
        assertThat(Yuan.expected(typed)).startsWith(meant + ": ");
        assertThat(Yuan.fault(typed)).isEqualTo(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,23.4", "1.234", "1e3", "twelve", "--1", "(-1)(2)"})
    void no_amount_is_guessed_at(String typed) {
        assertThat(Yuan.expected(typed)).isEqualTo(Yuan.EXPECTED);
    }
}
