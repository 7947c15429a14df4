package org.linli.fund.compliance;

import org.junit.jupiter.api.Test;
import org.linli.platform.money.Yuan;

import java.math.BigDecimal;

import static org.assertj.core.api.Assertions.assertThat;

/** A ratio beside a floor never flatters: demanded is rounded up, reached is rounded down. */
class SumsTest {

    @Test
    void a_month_of_refunds_does_not_raise_the_rate_reached_by_the_others() {
        Sums sums = sums(50_000, 100_000, "200", 20_000, 12_000, 8_000, 0);
        assertThat(sums.rateReached()).isEqualByComparingTo("0.1200");
        assertThat(sums.uncarried()).isEqualTo(Yuan.ofFen(-50_000));
        assertThat(sums.compliant()).isFalse();
    }

    @Test
    void a_fen_too_little_reaches_no_floor() {
        Sums sums = sums(1_000_000, 1_000_000, "2000", 200_000, 199_999, 1, 0);
        assertThat(sums.rateReached()).isEqualByComparingTo("0.1999");
        assertThat(sums.rate()).isEqualByComparingTo("0.2000");
        assertThat(sums.compliant()).isFalse();
    }

    @Test
    void whether_it_complies_is_decided_on_fen_and_not_on_the_rounded_rate() {
        Sums sums = sums(1_232, 1_232, "2.464", 246, 246, 0, 0);
        assertThat(sums.rateReached()).isEqualByComparingTo("0.1996");
        assertThat(sums.compliant()).isTrue();
    }

    @Test
    void money_beyond_what_one_obligation_owes_makes_up_for_no_other() {
        Sums sums = sums(200_000, 200_000, "400", 40_000, 50_000, 20_000, 30_000);
        assertThat(sums.rateReached()).isEqualByComparingTo("0.1000");
        assertThat(sums.compliant()).isFalse();
    }

    @Test
    void the_rate_asked_for_is_rounded_up() {
        assertThat(sums(30_000, 30_000, "100.01", 10_001, 0, 10_001, 0).rate()).isEqualByComparingTo("0.3334");
    }

    @Test
    void where_nothing_is_assessed_no_rate_is_reached_and_the_lowest_is_asked_for() {
        Sums sums = sums(-1_000, 0, "0", 0, 0, 0, 0);
        assertThat(sums.rateReached()).isNull();
        assertThat(sums.rate()).isEqualByComparingTo("0.2000");
        assertThat(sums.compliant()).isTrue();
    }

    private static Sums sums(
            long base, long assessed, String demanded, long owed, long funded, long outstanding, long credit) {
        return new Sums(
                Yuan.ofFen(base),
                Yuan.zero(),
                Yuan.ofFen(assessed),
                new BigDecimal(demanded),
                new BigDecimal("0.2000"),
                Yuan.ofFen(owed),
                Yuan.ofFen(funded),
                Yuan.ofFen(outstanding),
                Yuan.ofFen(credit),
                2);
    }
}
