package org.linli.platform.paging;

import org.jspecify.annotations.Nullable;
import org.linli.platform.bulkhead.Bulkheads;
import org.linli.platform.file.TableFile;
import org.linli.platform.file.TableFormat;
import org.linli.platform.problem.ProblemException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Lists of any length as files: read page by page, each after the last row of the one before. Between two pages no
 * connection is held, however slowly the reader takes them, and of all pages few are read at once. What is added or
 * changed while a file is written may be in it or not; what stays as it is, is in it once.
 */
public final class Exports {

    private static final String BULKHEAD = "exports";
    private static final int ROWS = 1000;
    private static final PageRequest FIRST = new PageRequest(null, ROWS);
    /** A file that was begun waits for its turn: it cannot be refused any more. */
    private static final Retry PATIENT = Retry.backoff(120, Duration.ofMillis(100))
            .maxBackoff(Duration.ofSeconds(1))
            .filter(ProblemException.class::isInstance);

    private final Bulkheads bulkheads;

    public Exports(Bulkheads bulkheads) {
        this.bulkheads = bulkheads;
    }

    /**
     * All rows of a list as a file.
     *
     * @param list one page of them, from the database
     * @param row the values of one: text, amounts, numbers, days, or null
     */
    public <T> Mono<ResponseEntity<Flux<DataBuffer>>> answer(
            TableFile file,
            TableFormat format,
            Function<PageRequest, Mono<Page<T>>> list,
            Function<T, List<? extends @Nullable Object>> row) {
        return pages(list).map(pages -> file.answer(format, pages, row));
    }

    /**
     * All rows, a list a page; empty lists where there are none.
     *
     * @param list one page of them, from the database
     * @return when the first page was read: until then a refusal is still an answer
     */
    public <T> Mono<Flux<List<T>>> pages(Function<PageRequest, Mono<Page<T>>> list) {
        return page(list, FIRST)
                .map(first ->
                        Flux.just(first).expand(page -> next(list, page.next())).map(Page::items));
    }

    private <T> Mono<Page<T>> next(Function<PageRequest, Mono<Page<T>>> list, @Nullable String cursor) {
        return cursor == null
                ? Mono.empty()
                : page(list, new PageRequest(cursor, ROWS)).retryWhen(PATIENT);
    }

    private <T> Mono<Page<T>> page(Function<PageRequest, Mono<Page<T>>> list, PageRequest request) {
        return bulkheads.run(BULKHEAD, Mono.defer(() -> list.apply(request)));
    }
}
