package org.linli.partner.points;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.text.Identifiers;

import static org.assertj.core.api.Assertions.assertThat;

class PointsReferenceTest {

    @ParameterizedTest
    @ValueSource(strings = {"R", "R ", " R", "R\u200B", "r", "Ｒ", "R\u00A0"})
    void references_that_look_alike_are_one(String typed) {
        assertThat(PointsReference.fault(typed)).isEmpty();
        assertThat(Identifiers.key(PointsReference.of(typed))).isEqualTo("R");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "2.02609E+17", "#N/A", "Sep-26", "a\nb", "a\u202Eb", "a\uFFFEb"})
    void what_names_nothing_is_refused(String typed) {
        assertThat(PointsReference.fault(typed)).isPresent();
    }

    @Test
    void a_reference_has_up_to_a_hundred_characters() {
        assertThat(PointsReference.fault("书".repeat(100))).isEmpty();
        assertThat(PointsReference.fault("书".repeat(101))).contains("too long");
    }
}
