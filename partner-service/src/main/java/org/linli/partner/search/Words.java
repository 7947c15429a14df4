package org.linli.partner.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Runs of letters and digits, in one form whatever width or case they were typed in. */
final class Words {

    private Words() {}

    static List<String> of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Single characters of a word. */
    static Stream<String> unigrams(String word) {
        return word.codePoints().mapToObj(Character::toString);
    }

    /** Pairs of neighbouring characters. */
    static Stream<String> bigrams(String word) {
        return grams(word, 2);
    }

    /** Three neighbouring characters each. */
    static Stream<String> trigrams(String word) {
        return grams(word, 3);
    }

    private static Stream<String> grams(String word, int length) {
        int[] characters = word.codePoints().toArray();
        return IntStream.rangeClosed(0, characters.length - length).mapToObj(i -> new String(characters, i, length));
    }
}
