package org.linli.platform.file;

import org.jspecify.annotations.Nullable;
import org.linli.platform.csv.CsvLines;
import org.linli.platform.sheet.SheetLines;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A table to be kept as a file, written page by page as its reader takes it: between two pages nothing is held but the
 * place in the list, and a reader that goes away ends it.
 *
 * @param name of the file, without its extension
 * @param header of the first row
 * @param marked whether its CSV begins with a byte order mark
 */
public record TableFile(String name, List<String> header, boolean marked) {

    /** The first row as field names and in Chinese; Chinese ones have a byte order mark, as spreadsheets like it. */
    public record Heading(String names, String chinese) {

        public TableFile file(String name, boolean inChinese) {
            return new TableFile(name, List.of((inChinese ? chinese : names).split(",")), inChinese);
        }
    }

    /**
     * The rows under the header.
     *
     * @param row the values of one: text, amounts, numbers, days, or null
     */
    public <T> ResponseEntity<Flux<DataBuffer>> answer(
            TableFormat format, Flux<List<T>> pages, Function<T, List<? extends @Nullable Object>> row) {
        ContentDisposition kept = ContentDisposition.attachment()
                .filename(name + "." + format.extension())
                .build();
        Flux<byte[]> pieces = switch (format) {
            case CSV -> csv(pages, row);
            case XLSX -> xlsx(pages, row);
        };
        return ResponseEntity.ok()
                .contentType(format.type())
                .header(HttpHeaders.CONTENT_DISPOSITION, kept.toString())
                .body(pieces.filter(bytes -> bytes.length > 0).map(DefaultDataBufferFactory.sharedInstance::wrap));
    }

    private <T> Flux<byte[]> csv(Flux<List<T>> pages, Function<T, List<? extends @Nullable Object>> row) {
        String first = (marked ? CsvLines.BYTE_ORDER_MARK : "") + CsvLines.row(header);
        return pages.map(page -> page.stream().map(row).map(CsvLines::row).collect(Collectors.joining()))
                .startWith(first)
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    private <T> Flux<byte[]> xlsx(Flux<List<T>> pages, Function<T, List<? extends @Nullable Object>> row) {
        return Flux.defer(() -> {
            SheetLines lines = new SheetLines(name, header);
            return pages.map(page -> lines.rows(page.stream().map(row).toList()))
                    .concatWith(Mono.fromSupplier(lines::end));
        });
    }
}
