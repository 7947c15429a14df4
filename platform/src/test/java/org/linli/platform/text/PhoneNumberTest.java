package org.linli.platform.text;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "13800138000, 13800138000",
        "138 0013-8000, 13800138000",
        "+8613800138000, 13800138000",
        "+86 138-0013-8000, 13800138000",
        "008613800138000, 13800138000",
        "＋８６１３８００１３８０００, 13800138000",
        "１３８００１３８０００, 13800138000",
        "138–0013—8000, 13800138000",
        "(0750)3961234, 07503961234",
        "（０７５０）３９６１２３４, 07503961234",
        "0750-3961234, 07503961234",
        "+86 750 3961234, 07503961234",
        "+86(0750)3961234, 07503961234",
        "+86 10 62345678, 01062345678",
        "400-820-8820, 4008208820",
        "+86 400 820 8820, 4008208820",
        "800 820 8820, 8008208820"
    })
    void a_number_has_one_form_however_it_is_typed(String typed, String number) {
        assertThat(PhoneNumber.of(typed)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12",
                "110",
                "12800138000",
                "1380013800",
                "138001380000",
                "3961234",
                "400-820-882",
                "500-820-8820",
                "+1 212 555 0100",
                "0085212345678",
                "0012345678",
                "13800138000 转 8",
                "٠١٢٣٤٥٦٧٨٩٠"
            })
    void anything_else_is_none(String typed) {
        assertThat(PhoneNumber.of(typed)).isEmpty();
    }
}
