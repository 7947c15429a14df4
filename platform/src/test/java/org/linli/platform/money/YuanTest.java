package org.linli.platform.money;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

class YuanTest {

    @Test
    void what_is_written_is_read_back_to_the_fen() {
        var random = new SplittableRandom(7);
        for (int i = 0; i < 10_000; i++) {
            long fen = random.nextLong(-100_000_000_000_000L, 100_000_000_000_000L);
            String text = Yuan.format(Yuan.ofFen(fen));
            assertThat(text).matches("-?[0-9]+\\.[0-9]{2}");
            assertThat(Yuan.fen(Yuan.parse(text).orElseThrow())).isEqualTo(fen);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "1.234", "1,234.56", "1e3", "１.00", "NaN", "0x1", "1.", ".5", "--1", "1.00 ", "CNY 1.00"
            })
    void anything_but_a_plain_decimal_is_refused(String text) {
        assertThat(Yuan.parse(text)).isEmpty();
    }
}
