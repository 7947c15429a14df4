package org.linli.platform.file;

import org.junit.jupiter.api.Test;
import org.linli.platform.money.Yuan;
import org.linli.platform.table.TableRow;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class TableFileTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final TableFile.Heading HEADING = new TableFile.Heading("code,amount", "单位代码,金额");

    @Test
    void csv_has_a_mark_where_its_heading_is_chinese_and_says_what_it_is() {
        assertThat(text(HEADING.file("a", false), TableFormat.CSV)).isEqualTo("code,amount\r\n'=1,-12.50\r\n7,\r\n");
        assertThat(text(HEADING.file("a", true), TableFormat.CSV)).startsWith("\uFEFF单位代码,金额\r\n'=1,");
        var answer = answer(HEADING.file("a", false), TableFormat.CSV);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE)).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .isEqualTo("attachment; filename=\"a.csv\"");
    }

    @Test
    void xlsx_has_the_same_rows_as_csv() {
        var answer = answer(HEADING.file("a", false), TableFormat.XLSX);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE)).isEqualTo(TableFormat.XLSX_TYPE);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .isEqualTo("attachment; filename=\"a.xlsx\"");
        assertThat(upload(TableFormat.XLSX_TYPE, bytes(answer)).rows(List.of("code", "amount"), 10))
                .extracting(TableRow::values)
                .containsExactly(List.of("=1", "-12.5"), List.of("7", ""));
    }

    @Test
    void a_page_is_read_when_it_is_asked_for_and_none_after_its_reader_has_gone() {
        for (TableFormat format : TableFormat.values()) {
            AtomicInteger read = new AtomicInteger();
            AtomicInteger ended = new AtomicInteger();
            Flux<List<Integer>> pages = Flux.range(0, 1000)
                    .doOnNext(page -> read.incrementAndGet())
                    .map(page -> IntStream.range(0, 2000)
                            .map(at -> at * page * 7919)
                            .boxed()
                            .toList())
                    .doOnCancel(ended::incrementAndGet);
            var body = HEADING.file("a", false)
                    .<Integer>answer(format, pages, number -> List.of(number, Yuan.ofFen(number)))
                    .getBody();
            StepVerifier.create(Objects.requireNonNull(body), 0)
                    .thenRequest(2)
                    .expectNextCount(2)
                    .thenCancel()
                    .verify(SOON);
            assertThat(read.get()).isBetween(1, 3);
            assertThat(ended.get()).isEqualTo(1);
        }
    }

    @Test
    void a_file_is_known_again_by_its_bytes() {
        byte[] csv = "code\n环市".getBytes(StandardCharsets.UTF_8);
        assertThat(upload("text/csv", csv).payload()).isEqualTo("code\n环市");
        byte[] one = {'P', 'K', 3, 4, 1};
        byte[] other = {'P', 'K', 3, 4, 2};
        assertThat(upload(TableFormat.XLSX_TYPE, one).payload())
                .isEqualTo(upload(TableFormat.XLSX_TYPE, one.clone()).payload())
                .isNotEqualTo(upload(TableFormat.XLSX_TYPE, other).payload());
    }

    private static TableUpload upload(String type, byte[] body) {
        return TableUpload.of(
                MockServerHttpRequest.post("/")
                        .header(HttpHeaders.CONTENT_TYPE, type)
                        .build(),
                body);
    }

    private static String text(TableFile file, TableFormat format) {
        return new String(bytes(answer(file, format)), StandardCharsets.UTF_8);
    }

    private static ResponseEntity<Flux<DataBuffer>> answer(TableFile file, TableFormat format) {
        Flux<List<List<Object>>> pages =
                Flux.just(List.of(List.of("=1", Yuan.ofFen(-1250))), List.of(Arrays.asList("7", null)));
        return file.answer(format, pages, row -> row);
    }

    private static byte[] bytes(ResponseEntity<Flux<DataBuffer>> answer) {
        DataBuffer whole = Objects.requireNonNull(
                DataBufferUtils.join(Objects.requireNonNull(answer.getBody())).block(SOON));
        byte[] bytes = new byte[whole.readableByteCount()];
        whole.read(bytes);
        return bytes;
    }
}
