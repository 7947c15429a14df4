package org.linli.fund.web;

import org.jspecify.annotations.Nullable;
import org.linli.platform.csv.CsvLines;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Flux;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Comma-separated values in UTF-8, written page by page, so that an export of any length needs the memory of a few
 * hundred rows; the rows are those of {@link CsvLines}.
 */
public final class Csv {

    public static final String TYPE = "text/csv";

    private static final MediaType UTF_8 = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private Csv() {}

    /** The first row, as field names and in Chinese. */
    public record Heading(String names, String chinese) {

        String in(@Nullable String language) {
            return "zh".equals(language) ? CsvLines.BYTE_ORDER_MARK + chinese : names;
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
                        Flux.just(heading.in(language) + "\r\n"),
                        pages.map(page -> page.stream().map(row).collect(Collectors.joining())))
                .map(text -> DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8)));
        return ResponseEntity.ok()
                .contentType(UTF_8)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"")
                .body(body);
    }
}
