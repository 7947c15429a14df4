package org.linli.fund.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Flux;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Comma-separated values in UTF-8, written page by page, so that an export of any length needs the memory of a
 * few hundred rows.
 *
 * <p>Source: RFC 4180. Text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
public final class Csv {

    public static final String TYPE = "text/csv";

    private static final MediaType UTF_8 = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Csv() {}

    /** The first row, as field names and in Chinese. */
    public record Heading(String names, String chinese) {

        String in(@Nullable String language) {
            return "zh".equals(language) ? BYTE_ORDER_MARK + chinese : names;
        }
    }

    /**
     * The rows under a heading.
     *
     * @param language {@code zh} for Chinese headings with a byte order mark, as spreadsheets in China want them; anything
     *     else for the field names
     */
    public static <T> ResponseEntity<Flux<DataBuffer>> answer(
            String fileName, Heading heading, @Nullable String language, Flux<List<T>> pages, Function<T, String> row) {
        Flux<DataBuffer> body = Flux.concat(
                        Flux.just(heading.in(language) + "\r\n"), pages.map(page -> lines(page, row)))
                .map(text -> DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8)));
        return ResponseEntity.ok()
                .contentType(UTF_8)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"")
                .body(body);
    }

    private static <T> String lines(List<T> page, Function<T, String> row) {
        return page.stream().map(line -> row.apply(line) + "\r\n").collect(Collectors.joining());
    }

    /** One row; an absent value is an empty field. */
    public static String row(@Nullable Object... fields) {
        return Arrays.stream(fields)
                .map(field -> field == null ? "" : quoted(harmless(field.toString())))
                .collect(Collectors.joining(","));
    }

    private static String harmless(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return formula && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
