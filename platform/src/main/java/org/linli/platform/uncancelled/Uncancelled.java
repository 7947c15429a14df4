package org.linli.platform.uncancelled;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

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
            work.contextWrite(context).subscribe(end::tryEmitValue, failure -> fail(end, failure), end::tryEmitEmpty);
            return end.asMono();
        });
    }

    private static <T> void fail(Sinks.One<T> end, Throwable failure) {
        boolean heard = end.currentSubscriberCount() > 0;
        end.tryEmitError(failure);
        if (!heard && !DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            log.info("Failed after its caller had left: {}", failure.toString());
        }
    }
}
