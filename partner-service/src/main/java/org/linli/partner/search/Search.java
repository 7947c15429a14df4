package org.linli.partner.search;

import org.jspecify.annotations.Nullable;
import org.linli.platform.paging.ListQuery;
import org.linli.platform.problem.Problem;
import org.linli.platform.text.Texts;
import org.springframework.http.HttpStatus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What somebody types to find rows that keep a {@link Searchable}: every word of it has to occur, as text, or as the
 * initials of text. The index narrows by grams; the condition then looks at the text itself.
 *
 * @param words none where nothing is asked for: then every row will do
 */
public record Search(List<String> words) {

    private static final int LONGEST = 100;
    /** A word of up to two characters is a gram itself; of longer ones the grams alone say too little. */
    private static final int GRAM = 2;

    /** @throws org.linli.platform.problem.ProblemException (400, field {@code q}) where it holds nothing to look for */
    public static Search of(@Nullable String q) {
        if (q == null || q.isBlank()) {
            return new Search(List.of());
        }
        List<String> words = Texts.length(q) > LONGEST ? List.of() : Words.of(q);
        if (words.isEmpty()) {
            throw Problem.of("invalid-request", HttpStatus.BAD_REQUEST, "The search cannot be read")
                    .field("q", "nothing to look for", "1 to " + LONGEST + " characters with a letter or digit in them")
                    .exception();
        }
        return new Search(words);
    }

    /** Narrows a list to the rows that hold every word. @param table its name in the list's statement */
    public ListQuery narrow(ListQuery list, String table) {
        if (words.isEmpty()) {
            return list;
        }
        values().forEach((name, value) -> list.bind(name, value.toArray(String[]::new)));
        return list.filter(true, condition(table));
    }

    /**
     * The condition, where there are words: first what the index gives, of which it then need not look at the grams again.
     *
     * @param table its name in the query
     */
    public String condition(String table) {
        String indexed = either("grams @> :grams::text[]", "grams @> :initials::text[]", table);
        return gramsSayAll()
                ? indexed
                : indexed + " AND " + either("search_text LIKE ALL(:words)", "search_initials LIKE ALL(:words)", table);
    }

    private String either(String text, String initials, String table) {
        return maybeInitials()
                ? "(%s.%s OR %s.%s)".formatted(table, text, table, initials)
                : "%s.%s".formatted(table, text);
    }

    /** Arrays of text that the condition is asked with, by the names of its parameters. */
    public Map<String, List<String>> values() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (!words.isEmpty()) {
            values.put("grams", grams());
            if (maybeInitials()) {
                values.put("initials", initials());
            }
            if (!gramsSayAll()) {
                values.put("words", words.stream().map(word -> "%" + word + "%").toList());
            }
        }
        return values;
    }

    private boolean gramsSayAll() {
        return words.stream().allMatch(word -> word.codePointCount(0, word.length()) <= GRAM);
    }

    private boolean maybeInitials() {
        return words.stream().allMatch(word -> word.matches("[a-z0-9]{2,}"));
    }

    /** Pairs, which say more than the characters that they are made of; of a single character that one. */
    private List<String> grams() {
        return words.stream()
                .flatMap(word -> word.codePointCount(0, word.length()) == 1 ? Stream.of(word) : Words.bigrams(word))
                .distinct()
                .toList();
    }

    private List<String> initials() {
        return words.stream()
                .flatMap(word -> word.length() == GRAM ? Stream.of(word) : Words.trigrams(word))
                .map(gram -> Initials.MARK + gram)
                .distinct()
                .toList();
    }
}
