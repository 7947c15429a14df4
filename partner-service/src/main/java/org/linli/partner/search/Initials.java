package org.linli.partner.search;

import net.sourceforge.pinyin4j.PinyinHelper;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words as people abbreviate them by the first letters of their pinyin: 长者饭堂 is zzft, or czft. */
final class Initials {

    /** Marks grams of initials, so that they are not taken for Latin text. */
    static final String MARK = "~";

    private static final int READINGS = 2;

    private Initials() {}

    /** A word of Chinese in its readings: with the first one of every character, and with the second where it has one. */
    static Stream<String> of(String word) {
        List<List<String>> characters =
                word.codePoints().mapToObj(Initials::letters).toList();
        return Stream.iterate(0, reading -> reading < READINGS, reading -> reading + 1)
                .map(reading -> characters.stream()
                        .map(letters -> letters.get(Math.min(reading, letters.size() - 1)))
                        .collect(Collectors.joining()))
                .filter(initials -> !initials.equals(word))
                .distinct();
    }

    /** The letters that the character's readings begin with; itself where it has none. */
    private static List<String> letters(int character) {
        String[] readings =
                Character.isBmpCodePoint(character) ? PinyinHelper.toHanyuPinyinStringArray((char) character) : null;
        return readings == null || readings.length == 0
                ? List.of(Character.toString(character))
                : Arrays.stream(readings)
                        .map(reading -> reading.substring(0, 1))
                        .distinct()
                        .toList();
    }
}
