package org.linli.platform.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CreditCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "91100000100003962T", "91440703MA4UJ8G67U"})
    void codes_of_bodies_there_are(String code) {
        assertThat(CreditCode.fault(code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "440703190001010497, identity number",
        "47070319000101049T, department",
        "000000000000000000, not a valid",
        "91350100M000100Y44, not a valid",
        "94350100M000100Y43, department",
        "9135010OM000100Y43, not a valid",
        "91990100M000100Y43, place",
        "11010519491231002X, identity number",
        "91350100m000100y43, not a valid",
        "9135010OM000100Y4, not a valid"
    })
    void anything_else_is_refused_by_what_is_wrong(String code, String fault) {
        assertThat(CreditCode.fault(code)).get().asString().contains(fault);
    }

    @Test
    void identity_numbers_have_a_day_and_a_check_digit() {
        assertThat(IdentityNumber.isValid("11010519491231002X")).isTrue();
        assertThat(IdentityNumber.isValid("110105194912310021")).isFalse();
        assertThat(IdentityNumber.isValid("110105194913310025")).isFalse();
        assertThat(IdentityNumber.isValid("11010519491231002x")).isFalse();
    }
}
