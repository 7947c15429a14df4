package org.linli.fund.policy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.money.Yuan;

import java.math.BigDecimal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RateTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.2", "0.20", "0.2000", "0.3333", "1", "1.0000"})
    void reads_a_share_from_the_floor_to_the_whole(String text) {
        assertThat(Rate.parse(text)).isPresent();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {"0.1999", "0", "-0.2", "1.0001", "2", "0.20001", "2e-1", ".2", "0,2", " 0.2", "20%", "٠.٢", "NaN"
            })
    void refuses_anything_else(String text) {
        assertThat(Rate.parse(text)).isEmpty();
    }

    @Test
    void cannot_lie_below_the_floor() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(new BigDecimal("0.1999")));
    }

    @Test
    void is_written_with_four_places() {
        assertThat(Rate.parse("0.2")).get().hasToString("0.2000");
    }

    @ParameterizedTest
    @CsvSource({"0.02, 0.2, 0.00", "0.03, 0.2, 0.01", "0.025, 0.2, 0.01", "10.01, 0.25, 2.50", "10.02, 0.25, 2.51"})
    void rounds_half_up_to_the_fen(BigDecimal base, String rate, String owed) {
        var fen = Yuan.of(base.setScale(2, java.math.RoundingMode.UP));
        assertThat(Yuan.format(Rate.parse(rate).orElseThrow().of(fen))).isEqualTo(owed);
    }
}
