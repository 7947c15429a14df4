package org.linli.platform.request;

import org.junit.jupiter.api.Test;

import java.time.YearMonth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PeriodRangeTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @Test
    void holds_its_first_and_its_last_period() {
        PeriodRange range = new PeriodRange(MARCH, MARCH.plusMonths(2));
        assertThat(range.holds(MARCH)).isTrue();
        assertThat(range.holds(MARCH.plusMonths(2))).isTrue();
        assertThat(range.holds(MARCH.minusMonths(1))).isFalse();
        assertThat(range.holds(MARCH.plusMonths(3))).isFalse();
        assertThat(range.months()).isEqualTo(3);
    }

    @Test
    void is_open_where_no_bound_is_given_as_text_that_sorts_as_time_does() {
        assertThat(PeriodRange.of(null, null)).isEqualTo(PeriodRange.ALWAYS);
        assertThat(PeriodRange.of(null, MARCH).from()).isEqualTo("0000-01");
        assertThat(PeriodRange.of(MARCH, null).to()).isEqualTo("9999-12");
        assertThat(PeriodRange.of(MARCH, null).from()).isEqualTo("2026-03");
    }

    @Test
    void is_never_empty() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PeriodRange(MARCH, MARCH.minusMonths(1)));
    }
}
