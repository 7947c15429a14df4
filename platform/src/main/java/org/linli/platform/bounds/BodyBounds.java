package org.linli.platform.bounds;

import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.Problem;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

import java.time.Duration;

/** The bounds of one route's bodies: how large, how long in all, and how much in each step of that time. */
record BodyBounds(long bytes, Duration whole, BoundsProperties pace) {

    static BodyBounds of(@Nullable BodyLimit declared, BoundsProperties pace) {
        return declared == null
                ? new BodyBounds(BodyLimit.DEFAULT_BYTES, Duration.ofSeconds(BodyLimit.DEFAULT_SECONDS), pace)
                : new BodyBounds(declared.bytes(), Duration.ofSeconds(declared.seconds()), pace);
    }

    /** The body, ended by a problem where it goes beyond. */
    Flux<DataBuffer> on(Flux<DataBuffer> body) {
        return Flux.defer(() -> new Reading(this).of(body));
    }

    RuntimeException tooLarge() {
        return Problem.of("body-too-large", HttpStatus.CONTENT_TOO_LARGE, "The request body is too large")
                .field("body", "larger than this route takes", "up to " + bytes + " bytes")
                .exception();
    }

    RuntimeException tooSlow() {
        return Problem.of("body-too-slow", HttpStatus.REQUEST_TIMEOUT, "The request body did not come in time")
                .field(
                        "body",
                        "stopped or came too slowly",
                        "all of it within " + whole.toSeconds() + " s, "
                                + pace.progress().toBytes() + " bytes or the rest in each "
                                + pace.step().toSeconds() + " s")
                .exception();
    }

    /** One body under way. Counted by the thread that receives it, watched by another. */
    private static final class Reading {

        private final BodyBounds bounds;
        private final long began = System.nanoTime();
        private volatile long come;
        private long comeBefore;
        private volatile boolean late;

        private Reading(BodyBounds bounds) {
            this.bounds = bounds;
        }

        private Flux<DataBuffer> of(Flux<DataBuffer> body) {
            Mono<Long> clock = Flux.interval(bounds.pace().step())
                    .onBackpressureDrop()
                    .filter(step -> isLate())
                    .next()
                    .doOnNext(step -> late = true);
            return body.takeUntilOther(clock)
                    .<DataBuffer>handle(this::count)
                    .concatWith(Mono.defer(() -> late ? Mono.error(bounds.tooSlow()) : Mono.empty()));
        }

        private boolean isLate() {
            boolean stuck = come - comeBefore < bounds.pace().progress().toBytes();
            comeBefore = come;
            return stuck || System.nanoTime() - began >= bounds.whole().toNanos();
        }

        private void count(DataBuffer buffer, SynchronousSink<DataBuffer> sink) {
            come += buffer.readableByteCount();
            if (come <= bounds.bytes()) {
                sink.next(buffer);
                return;
            }
            DataBufferUtils.release(buffer);
            sink.error(bounds.tooLarge());
        }
    }
}
