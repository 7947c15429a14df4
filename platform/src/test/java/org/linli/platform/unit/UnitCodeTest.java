package org.linli.platform.unit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UnitCodeTest {

    @Test
    void a_code_names_its_tier_and_all_above_it() {
        UnitCode branch = UnitCode.of("440703006101");
        assertThat(branch.level()).isEqualTo(UnitLevel.COMMUNITY);
        assertThat(branch.lineage().stream().map(UnitCode::value))
                .containsExactly("440703006101", "440703006", "440703", "4407");
        assertThat(UnitCode.of("4407").parent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "44", "44070", "4407030061", "4407030061011", "４４０７", "44a7", " 4407", "4407\n", "-407"})
    void anything_else_is_no_code(String text) {
        assertThat(UnitCode.parse(text)).isEmpty();
        assertThatThrownBy(() -> UnitCode.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "440799001000, 440799001",
        "440799000000, 440799",
        "440700000000, 4407",
        "440799000, 440799",
        "440700, 4407",
        "441900003000, 441900003",
        "441900000000, 4419"
    })
    void a_code_filled_up_with_zeros_means_a_wider_unit(String code, String meant) {
        assertThat(UnitCode.of(code).filledUp()).contains(UnitCode.of(meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"440703006101", "440703006", "440703", "4407", "441900", "441900003", "110101001100"})
    void other_codes_mean_themselves(String code) {
        assertThat(UnitCode.of(code).filledUp()).isEmpty();
        assertThat(UnitCode.of(code).filledUpAbove()).isEmpty();
        assertThat(UnitCode.of(code).isPossible()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"440703000121, 440703000", "440700006121, 440700", "440700006, 440700", "440700000121, 440700000"})
    void nothing_lies_in_a_unit_whose_code_is_filled_up_with_zeros(String code, String above) {
        assertThat(UnitCode.of(code).filledUp()).isEmpty();
        assertThat(UnitCode.of(code).filledUpAbove()).contains(UnitCode.of(above));
    }

    @ParameterizedTest
    @ValueSource(strings = {"441900003121", "460400100", "620201100"})
    void streets_of_cities_without_districts_lie_in_one_of_zeros(String code) {
        assertThat(UnitCode.of(code).filledUpAbove()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000000000000",
                "0000",
                "044070",
                "4400",
                "440000000000",
                "999999999999",
                "770703006121",
                "990703"
            })
    void no_place_has_the_number_nought_or_lies_in_no_province(String code) {
        assertThat(UnitCode.of(code).isPossible()).isFalse();
    }

    @Test
    void a_code_that_was_typed_otherwise_is_told() {
        assertThat(UnitCode.expected(" ４４０７０３００６１０１ ", "a code")).isEqualTo("440703006101: a code");
        assertThat(UnitCode.expected("440703006101", "a code")).isEqualTo("a code");
        assertThat(UnitCode.expected("4.40703E+11", "a code")).isEqualTo("a code");
        assertThat(UnitCode.fault("4.40703E+11", "a code")).startsWith("shortened by a spreadsheet");
        assertThat(UnitCode.fault(" ", "a code")).isEqualTo("missing");
        assertThat(UnitCode.fault("44", "a code")).isEqualTo("not a code");
    }

    @Test
    void a_scope_covers_its_subtrees_and_nothing_beside_them() {
        Scope scope = Scope.of("440703006", "440704001101");
        assertThat(scope.covers("440703006")).isTrue();
        assertThat(scope.covers("440703006126")).isTrue();
        assertThat(scope.covers("440704001101")).isTrue();
        assertThat(scope.covers("440704001102")).isFalse();
        assertThat(scope.covers("440703")).isFalse();
        assertThat(scope.covers("440703007101")).isFalse();
        assertThat(Scope.everywhere().covers("110101001001")).isTrue();
        assertThat(Scope.of().covers("4407")).isFalse();
    }

    @Test
    void narrowing_never_widens() {
        Scope street = Scope.of("440703006");
        assertThat(street.narrowedTo("440703006101").covers("440703006102")).isFalse();
        assertThat(street.narrowedTo("440703006101").covers("440703006101")).isTrue();
        assertThat(street.narrowedTo("4407").covers("440703006102")).isTrue();
        assertThat(street.narrowedTo("4407").covers("440703007101")).isFalse();
        assertThat(street.narrowedTo("440703007").likePatterns()).isEmpty();
        assertThat(street.narrowedTo(null)).isEqualTo(street);
    }
}
