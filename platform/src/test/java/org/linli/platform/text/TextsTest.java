package org.linli.platform.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class TextsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X02-1",
                "X02-1 ",
                "X02-1\u00A0",
                "\u3000X02-1",
                "X02-1\u200B",
                "\uFEFFX02-1",
                "Ｘ０２－１",
                "X02-1\t",
                "x02-1",
                "X02\u00AD-1",
                "X0\u20602-1",
                "\u2003X02-1\u2028",
                "X02-1\uFE0F",
                "\r\nX02-1\u3164"
            })
    void numbers_that_look_alike_are_one(String typed) {
        assertThat(Identifiers.key(typed)).isEqualTo("X02-1");
        assertThat(Identifiers.faultInAddress(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X\u001F",
                "\u0007",
                "a\u0000",
                "a\u202Eb",
                "\u200Ea",
                "a\u2066",
                "a\u061C",
                "a\nb",
                "a\tb",
                "a\u0085b",
                "a\u2028b",
                "a\uFFFDb",
                "a\u000B",
                "a\uFFFE",
                "a\uFFFFb",
                "a\uFDD0",
                "a\uD83F\uDFFF"
            })
    void controls_and_marks_of_direction_are_refused_by_name(String typed) {
        assertThat(Texts.faultOfLine(typed)).get().asString().startsWith("holds U+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A/1",
                "A%1",
                "A;1",
                "A\\1",
                "Ａ／１",
                "a％",
                ".",
                "..",
                "2.02609E+17",
                "2.02609e+17",
                "1E+05",
                "-2,5E-3",
                "#N/A",
                "#REF!",
                "########",
                "#NAME?",
                "5-Sep",
                "5-Sep-26",
                "Sep-26",
                "9月5日",
                "2026年9月5日"
            })
    void numbers_that_no_address_holds_or_a_spreadsheet_has_spoilt_are_refused(String typed) {
        assertThat(Identifiers.faultInAddress(typed)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"E-2026-000123", "收-1 号", "A+1", "A#1", "A?1&b=c", "12E3", "2026.03", "E1", "1.5", "...", "#1"})
    void other_numbers_stand(String typed) {
        assertThat(Identifiers.faultInAddress(typed)).isEmpty();
        assertThat(Texts.name(typed)).isEqualTo(typed);
    }

    @Test
    void a_name_may_be_a_day_but_nothing_that_a_spreadsheet_has_spoilt() {
        assertThat(Identifiers.faultOfName("9月5日")).isEmpty();
        assertThat(Identifiers.faultOfName("#N/A")).isPresent();
        assertThat(Identifiers.faultOfName("2.02609E+17")).contains(Identifiers.SHORTENED_FAULT);
        assertThat(Identifiers.fault("Sep-26")).contains("turned into a day by a spreadsheet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"·", "•", "・", "‧", "⋅", "∙", "･"})
    void the_dot_within_a_chinese_name_is_one(String dot) {
        assertThat(Texts.name("买买提" + dot + "艾力")).isEqualTo("买买提·艾力");
        assertThat(Texts.name("a" + dot + "b")).isEqualTo(Texts.name("a" + dot) + "b");
    }

    @Test
    void words_keep_their_lines_and_width() {
        assertThat(Texts.trimmed("\u3000您好：\n（一）\u200B ")).isEqualTo("您好：\n（一）");
        assertThat(Texts.fault("a\n\tb\r\n")).isEmpty();
        assertThat(Texts.fault("a\n\uFFFE")).contains("holds U+FFFE, which is no character");
        assertThat(Texts.name(" 长者\u00A0 饭堂（一期） ")).isEqualTo("长者 饭堂(一期)");
    }

    @Test
    void what_cannot_be_seen_is_nothing() {
        assertThat(Texts.isBlank("\u200B\u3000\uFEFF\t\u2800")).isTrue();
        assertThat(Texts.nameOrNull("\u00A0")).isNull();
        assertThat(Texts.isBlank("\u001F")).isFalse();
    }

    @Test
    void the_normal_form_of_a_normal_form_is_itself() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int at = 0; at < 1 + random.nextInt(6); at++) {
                int c = random.nextInt(random.nextBoolean() ? 0x3400 : 0x20000);
                text.appendCodePoint(c >= 0xD800 && c < 0xE000 ? ' ' : c);
            }
            String name = Texts.name(text.toString());
            assertThat(Texts.name(name)).isEqualTo(name);
            assertThat(Texts.trimmed(name)).isEqualTo(name);
        }
    }
}
