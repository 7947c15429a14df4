package org.linli.platform.bulkhead;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.ThreadPoolBulkhead;
import io.github.resilience4j.bulkhead.ThreadPoolBulkheadConfig;
import io.github.resilience4j.bulkhead.ThreadPoolBulkheadRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedThreadPoolBulkheadMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import org.linli.platform.problem.Problem;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Mono;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/**
 * Bulkheads by name, each with threads of its own and a short queue. What was begun runs to its end, whoever stops
 * listening: nothing of it is left half done, and who hangs up and asks again finds the bulkhead still taken.
 */
public final class Bulkheads implements DisposableBean {

    private final BulkheadProperties properties;
    private final ThreadPoolBulkheadRegistry bulkheads = ThreadPoolBulkheadRegistry.ofDefaults();

    public Bulkheads(BulkheadProperties properties, MeterRegistry meters) {
        this.properties = properties;
        TaggedThreadPoolBulkheadMetrics.ofThreadPoolBulkheadRegistry(bulkheads).bindTo(meters);
    }

    /** The work, when its turn comes; 503 {@code capacity-reached} where the queue is full. */
    public <T> Mono<T> run(String name, Mono<T> work) {
        return Mono.deferContextual(context -> Mono.fromFuture(() -> submit(name, work.contextWrite(context)), true));
    }

    private <T> CompletableFuture<T> submit(String name, Mono<T> work) {
        Callable<T> whole = work::block;
        try {
            return bulkhead(name).submit(whole).toCompletableFuture();
        } catch (BulkheadFullException full) {
            throw busy(name);
        }
    }

    private ThreadPoolBulkhead bulkhead(String name) {
        return bulkheads.bulkhead(name, () -> {
            BulkheadProperties.Size size = properties.size(name);
            return ThreadPoolBulkheadConfig.custom()
                    .maxThreadPoolSize(size.running())
                    .coreThreadPoolSize(size.running())
                    .queueCapacity(size.waiting())
                    .writableStackTraceEnabled(false)
                    .build();
        });
    }

    private static RuntimeException busy(String name) {
        return Problem.of("capacity-reached", HttpStatus.SERVICE_UNAVAILABLE, "Too much of this work is under way")
                .detail("Nothing was done. Send the same again after Retry-After · 同类任务较多，请稍后重试")
                .with(Problem.WORK, name)
                .exception();
    }

    @Override
    public void destroy() throws Exception {
        for (ThreadPoolBulkhead bulkhead : bulkheads.getAllBulkheads()) {
            bulkhead.close();
        }
    }
}
