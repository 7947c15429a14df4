package org.linli.partner.search;

import net.sourceforge.pinyin4j.PinyinHelper;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Words as people abbreviate them by the first letters of their pinyin: 长者饭堂 is zzft, or czft. */
final class Initials {

    /** Marks grams of initials, so that they are not taken for Latin text. */
    static final String MARK = "~";

    private static final int READINGS = 2;
    /** Nobody abbreviates by more letters than this to either side of the one that is read otherwise. */
    private static final int AROUND = 7;

    private Initials() {}

    /**
     * A word of Chinese in its readings: with the first one of every character, with the second where there is one, and
     * around each character that is read in several ways with that one alone read otherwise (调 in 颈肩调理).
     */
    static Stream<String> of(String word) {
        List<List<String>> characters =
                word.codePoints().mapToObj(Initials::letters).toList();
        Stream<String> whole = IntStream.range(0, READINGS)
                .mapToObj(reading -> read(characters, letters -> letters.get(Math.min(reading, letters.size() - 1))));
        Stream<String> parts = IntStream.range(0, characters.size()).boxed().flatMap(at -> otherwise(characters, at));
        return Stream.concat(whole, parts)
                .filter(initials -> !initials.equals(word))
                .distinct();
    }

    private static Stream<String> otherwise(List<List<String>> characters, int at) {
        String before = read(characters.subList(Math.max(0, at - AROUND), at), List::getFirst);
        String after = read(characters.subList(at + 1, Math.min(characters.size(), at + 1 + AROUND)), List::getFirst);
        return characters.get(at).stream().skip(1).map(letter -> before + letter + after);
    }

    private static String read(List<List<String>> characters, Function<List<String>, String> letter) {
        return characters.stream().map(letter).collect(Collectors.joining());
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
