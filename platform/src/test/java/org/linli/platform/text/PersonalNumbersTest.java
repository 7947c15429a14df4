package org.linli.platform.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
                "11010519491231002×",
                "13800.13 8000",
                "138001.38 000",
                "1 380 01.38 000",
                "13.8 0.01 38000",
                "138,001.38,000",
                "13800.13，8000",
                "138 00:13 8000",
                "0750.33 12345",
                "110105.19 491231002X",
                "110105 1949-12-31 002X",
                "2013-8-00138000",
                "138------00138000",
                "138 - - - 0013 - 8000",
                "138a0013b8000",
                "138o0013o8000",
                "138 的 0013 的 8000",
                "138转0013转8000",
                "138年0013号8000",
                "110105的19491231的002X",
                "138OO138OOO",
                "13800I38000",
                "13800l38000",
                "13800138OOO",
                "138-OO13-8OOO",
                "tel138OO138OOO"
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
                "100.00 20.00 30.00 40.00",
                "2026-03-14 19:00–20:30，20.00 元，30 人",
                "2026-03-14 13:00-15:00 300人",
                "2026-03-14、2026-03-21、2026-03-28",
                "周一至周五 08:30-12:00，14:00-17:30",
                "18:30-20:00，100 元",
                "18:30-20:00 约100人",
                "14日19时30分至21时100人",
                "2018-2026 年",
                "2013年 440703006",
                "12,345.70",
                "预算 13,800.00 元，8000 份",
                "150人，3000元，5000份",
                "13.50，15.00，200",
                "13号楼1502室",
                "301、302、303、1304 室",
                "E-2026-000123、E-2026-000124",
                "440703006107 石冲社区，440703006108",
                "COVID-19",
                "厅138a0013-8000-4000-8000-138000138000"
            })
    void other_figures_stand(String text) {
        assertThat(PersonalNumbers.in(text)).isFalse();
    }

    /** No text takes longer than its length: each of these is long for a pattern that tries every way to part it. */
    @Timeout(20)
    @ParameterizedTest
    @ValueSource(strings = {"1", "1 ", "13 ", "1.5 ", "0O", "0O0a", "138a", "2026-03-14 ", "1,"})
    void long_texts_are_read_once(String piece) {
        assertThat(PersonalNumbers.hidden(piece.repeat(10_000 / piece.length())))
                .isNotEmpty();
    }

    @Test
    void days_beside_a_number_stay() {
        assertThat(PersonalNumbers.hidden("2026-03-14 13800138000")).isEqualTo("2026-03-14 •••");
        assertThat(PersonalNumbers.hidden("tel138OO138OOO")).isEqualTo("tel•••");
    }

    @Test
    void the_words_around_them_stay() {
        assertThat(PersonalNumbers.hidden("打我电话 138 0013 8000 吧，或者 １３９００１３９０００！"))
                .isEqualTo("打我电话 ••• 吧，或者 •••！");
        assertThat(PersonalNumbers.hidden("没有号码")).isEqualTo("没有号码");
    }
}
