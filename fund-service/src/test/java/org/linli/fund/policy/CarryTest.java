package org.linli.fund.policy;

import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.linli.platform.money.Yuan;

import java.time.YearMonth;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;

class CarryTest {

    @Test
    void none_lowers_no_other_month() {
        assertThat(carried(Carry.NONE, Map.of("2026-07", 100L, "2026-08", -100L)))
                .isEqualTo(amounts(Map.of("2026-07", 0L, "2026-08", 0L)));
    }

    @Test
    void an_earlier_month_takes_up_a_full_refund() {
        assertThat(carried(Carry.YEAR, Map.of("2026-07", 100L, "2026-08", -100L)))
                .isEqualTo(amounts(Map.of("2026-07", -100L, "2026-08", 100L)));
    }

    @Test
    void earlier_months_come_first_the_latest_of_them_before_the_others_then_the_later_ones() {
        assertThat(carried(
                        Carry.YEAR,
                        Map.of("2026-01", 10L, "2026-02", 20L, "2026-03", -35L, "2026-04", 9L, "2026-05", 9L)))
                .isEqualTo(amounts(
                        Map.of("2026-01", -10L, "2026-02", -20L, "2026-03", 35L, "2026-04", -5L, "2026-05", 0L)));
    }

    @Test
    void no_month_is_lowered_below_zero_and_what_the_year_cannot_take_up_is_left() {
        assertThat(carried(Carry.YEAR, Map.of("2026-01", 10L, "2026-02", -35L, "2026-03", -5L)))
                .isEqualTo(amounts(Map.of("2026-01", -10L, "2026-02", 10L, "2026-03", 0L)));
    }

    @Test
    void nothing_is_carried_into_another_year() {
        assertThat(carried(Carry.YEAR, Map.of("2025-12", 100L, "2026-01", -100L, "2027-01", 100L)))
                .isEqualTo(amounts(Map.of("2025-12", 0L, "2026-01", 0L, "2027-01", 0L)));
    }

    private static SortedMap<YearMonth, Money> carried(Carry carry, Map<String, Long> bases) {
        return carry.carried(amounts(bases));
    }

    private static SortedMap<YearMonth, Money> amounts(Map<String, Long> fen) {
        SortedMap<YearMonth, Money> amounts = new TreeMap<>();
        fen.forEach((month, amount) -> amounts.put(YearMonth.parse(month), Yuan.ofFen(amount)));
        return amounts;
    }
}
