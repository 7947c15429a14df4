package org.linli.partner.search;

import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody types to find rows that keep a {@link Searchable}: every word of it has to occur, as text, or as the
 * initials of text. The index narrows by grams; the condition then looks at the text itself.
 *
 * @param words none where nothing is asked for: then every row will do
 */
public record Search(List<String> words) {

    private static final int LONGEST = 100;
    private static final String CONDITION = """
             AND ((%s.grams @> :grams::text[]
                   AND NOT EXISTS (SELECT FROM unnest(:words::text[]) word WHERE strpos(%s.search_text, word) = 0))
               OR (%s.grams @> :initials::text[]
                   AND NOT EXISTS (SELECT FROM unnest(:words::text[]) word WHERE strpos(%s.search_initials, word) = 0)))
            """;

    /** @throws org.linli.platform.problem.ProblemException (400, field {@code q}) where it holds nothing to look for */
    public static Search of(@Nullable String q) {
        if (q == null || q.isBlank()) {
            return new Search(List.of());
        }
        List<String> words = q.length() > LONGEST ? List.of() : Words.of(q);
        if (words.isEmpty()) {
            throw Problem.of("invalid-request", HttpStatus.BAD_REQUEST, "The search cannot be read")
                    .field("q", "nothing to look for", "1 to " + LONGEST + " characters with a letter or digit in them")
                    .exception();
        }
        return new Search(words);
    }

    /** What a WHERE clause goes on with; @param table its name in the query */
    public String condition(String table) {
        return words.isEmpty() ? "" : CONDITION.replace("%s", table);
    }

    public GenericExecuteSpec bind(GenericExecuteSpec statement) {
        return words.isEmpty()
                ? statement
                : statement
                        .bind("words", words.toArray(String[]::new))
                        .bind("grams", grams().toArray(String[]::new))
                        .bind("initials", initials().toArray(String[]::new));
    }

    /** Pairs, which say more than the characters that they are made of; of a single character that one. */
    public List<String> grams() {
        return words.stream()
                .flatMap(word -> word.codePointCount(0, word.length()) == 1 ? Stream.of(word) : Words.bigrams(word))
                .distinct()
                .toList();
    }

    /** A lone mark, which no row has, where a word is too short or is not Latin letters and digits. */
    public List<String> initials() {
        boolean possible = words.stream().allMatch(word -> word.matches("[a-z0-9]{2,}"));
        return possible
                ? words.stream()
                        .flatMap(Words::bigrams)
                        .map(pair -> Initials.MARK + pair)
                        .distinct()
                        .toList()
                : List.of(Initials.MARK);
    }
}
