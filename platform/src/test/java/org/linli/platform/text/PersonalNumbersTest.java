package org.linli.platform.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PersonalNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "联系１３８００１３８０００",
                "联系138.0013.8000",
                "联系138—0013—8000",
                "联系+8613800138000",
                "联系138\u00A00013\u00A08000",
                "联系0750-3312345",
                "身份证11010519491231002Ｘ",
                "一三八零零一三八零零零",
                "幺三八〇〇幺三八〇〇〇",
                "①③⑧⓪⓪①③⑧⓪⓪⓪",
                "壹叁捌零零壹叁捌零零零",
                "١٣٨٠٠١٣٨٠٠٠",
                "1️⃣3️⃣8️⃣0️⃣0️⃣1️⃣3️⃣8️⃣0️⃣0️⃣0️⃣",
                "138 0013\n8000",
                "138/0013/8000",
                "1 3 8 0 0 1 3 8 0 0 0",
                "138\u200B0013\u200B8000",
                "86-138-0013-8000",
                "0086 13800138000",
                "(0750) 331 2345",
                "010 6552 9988",
                "+852 9123 4567",
                "1三8零0一38000",
                "110105 19491231 002X",
                "110105-1949-1231-002x",
                "110105491231002",
                "𝟭𝟯𝟴𝟬𝟬𝟭𝟯𝟴𝟬𝟬𝟬",
                "2026-03-14 13800138000",
                "11010519491231002×"
            })
    void are_found_in_whatever_digits_and_with_whatever_between_them(String text) {
        assertThat(PersonalNumbers.in(text)).isTrue();
        assertThat(PersonalNumbers.hidden(text)).contains("•••").doesNotContain("8000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-14 13:00-15:00，约30人",
                "每周三 18:30-20:00",
                "预算 12,000.00 元，另 1,300.50 元",
                "30、40、50、60岁",
                "一、二、三、四、五",
                "440703006101",
                "12.50 13.00 15.00 18.00 20.00",
                "约 500 人，20 场，每场 25 人",
                "3楼301-315室",
                "13, 15, 18, 20",
                "100.00 20.00 30.00 40.00"
            })
    void other_figures_stand(String text) {
        assertThat(PersonalNumbers.in(text)).isFalse();
    }

    @Test
    void the_words_around_them_stay() {
        assertThat(PersonalNumbers.hidden("打我电话 138 0013 8000 吧，或者 １３９００１３９０００！"))
                .isEqualTo("打我电话 ••• 吧，或者 •••！");
        assertThat(PersonalNumbers.hidden("没有号码")).isEqualTo("没有号码");
    }
}
