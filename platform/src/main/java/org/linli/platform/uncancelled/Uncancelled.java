package org.linli.platform.uncancelled;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs work on its own subscription. Whoever waits gets its end as if it were the work itself; whoever cancels stops
 * waiting, and nothing more. The work begins when somebody subscribes, and sees that subscriber's context.
 */
public final class Uncancelled {

    private static final Logger log = LoggerFactory.getLogger(Uncancelled.class);

    private Uncancelled() {}

    public static <T> Mono<T> run(Mono<T> work) {
        return Mono.deferContextual(context -> {
            Sinks.One<T> end = Sinks.one();
            AtomicBoolean left = new AtomicBoolean();
            work.contextWrite(context)
                    .subscribe(end::tryEmitValue, failure -> fail(end, failure, left.get()), end::tryEmitEmpty);
            return end.asMono().doOnCancel(() -> left.set(true));
        });
    }

    private static <T> void fail(Sinks.One<T> end, Throwable failure, boolean left) {
        end.tryEmitError(failure);
        if (left && !DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            log.info("Failed after its caller had left: {}", failure.toString());
        }
    }
}
