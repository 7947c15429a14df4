package org.linli.partner.search;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Text made ready to be found by {@link Search}: the three columns that a searchable table keeps.
 *
 * @param text its words
 * @param initials its Chinese words by the first letters of their pinyin
 * @param grams single characters and pairs of the words, and marked pairs and triples of the initials, whose
 *     pairs alone say little: what is indexed
 */
public record Searchable(String text, String initials, List<String> grams) {

    public static Searchable of(String... texts) {
        List<String> words =
                Arrays.stream(texts).flatMap(text -> Words.of(text).stream()).toList();
        List<String> initials = words.stream().flatMap(Initials::of).toList();
        Stream<String> ofWords =
                words.stream().flatMap(word -> Stream.concat(Words.unigrams(word), Words.bigrams(word)));
        Stream<String> ofInitials = initials.stream()
                .flatMap(word -> Stream.concat(Words.bigrams(word), Words.trigrams(word)))
                .map(gram -> Initials.MARK + gram);
        return new Searchable(
                String.join(" ", words),
                String.join(" ", initials),
                Stream.concat(ofWords, ofInitials).distinct().toList());
    }
}
