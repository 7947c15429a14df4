package org.linli.gateway.edge;

import org.linli.gateway.problem.Problem;
import org.linli.gateway.problem.ProblemException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

import java.time.Duration;

/**
 * A body as it comes: counted, and watched whether it comes on. What is beyond the limit goes nowhere, but is still
 * read, so that the client gets to see the refusal; a body many times the limit is broken off.
 *
 * <p>What goes wrong here is the sender's doing, and told as a {@link ProblemException}: never taken for a failure of the
 * part that waits for the body.
 */
public final class IncomingBody {

    private static final int PATIENCE = 8;

    private final DataSize most;
    private final Duration whole;
    private final BodyProperties pace;
    private final long began = System.nanoTime();
    /** Counted by the thread that receives, looked at by the one that watches. */
    private volatile long come;

    private long comeBefore;
    private volatile boolean late;

    private IncomingBody(DataSize most, Duration whole, BodyProperties pace) {
        this.most = most;
        this.whole = whole;
        this.pace = pace;
    }

    public static Flux<DataBuffer> of(Flux<DataBuffer> body, DataSize most, Duration whole, BodyProperties pace) {
        return Flux.defer(() -> new IncomingBody(most, whole, pace).watched(body));
    }

    /** 413 with the limit. */
    public static Problem tooLarge(DataSize most) {
        return RequestScreening.tooLarge(most);
    }

    private Flux<DataBuffer> watched(Flux<DataBuffer> body) {
        Mono<Long> clock = Flux.interval(pace.step())
                .onBackpressureDrop()
                .filter(step -> isLate())
                .next()
                .doOnNext(step -> late = true);
        return body.takeUntilOther(clock)
                .<DataBuffer>handle(this::count)
                .onErrorMap(IncomingBody::broken)
                .concatWith(Mono.defer(this::ending));
    }

    private boolean isLate() {
        boolean stuck = come - comeBefore < pace.progress().toBytes();
        comeBefore = come;
        return stuck || System.nanoTime() - began >= whole.toNanos();
    }

    private void count(DataBuffer buffer, SynchronousSink<DataBuffer> sink) {
        come += buffer.readableByteCount();
        if (come <= most.toBytes()) {
            sink.next(buffer);
            return;
        }
        DataBufferUtils.release(buffer);
        if (come > PATIENCE * most.toBytes()) {
            sink.error(RequestScreening.tooLarge(most).exception());
        }
    }

    private Mono<DataBuffer> ending() {
        if (late) {
            return Mono.error(tooSlow().exception());
        }
        return come > most.toBytes()
                ? Mono.error(RequestScreening.tooLarge(most).exception())
                : Mono.empty();
    }

    private Problem tooSlow() {
        return Problem.of("body-too-slow", HttpStatus.REQUEST_TIMEOUT, "The request body did not come in time")
                .detail("All of it must come within " + whole.toSeconds() + " s, and "
                        + pace.progress().toBytes() + " bytes or the rest in each "
                        + pace.step().toSeconds() + " s; nothing was done · 请求内容传输过慢");
    }

    private static Throwable broken(Throwable failure) {
        return failure instanceof ProblemException
                ? failure
                : Problem.of("body-broken-off", HttpStatus.BAD_REQUEST, "The request body broke off")
                        .detail("The connection ended before the body did · 请求内容中断")
                        .exception();
    }
}
