package org.linli.partner.sandbox;

import org.linli.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Whether what runs is only tried out. It stands in the Reactor context, which every statement of the request carries, so
 * no feature has to know: the connection it is given leads into the schema {@value #SCHEMA}.
 */
public final class Sandbox {

    public static final String SCHEMA = "sandbox";
    /** On every answer from inside. */
    public static final String HEADER = "Linli-Sandbox";

    private static final Object KEY = Sandbox.class;

    private Sandbox() {}

    public static Context enter(Context context) {
        return context.put(KEY, true);
    }

    public static boolean isIn(ContextView context) {
        return context.hasKey(KEY);
    }

    /** The work, which fails with 403 {@code sandbox-only} outside. */
    public static <T> Mono<T> only(Mono<T> work) {
        return Mono.deferContextual(context -> isIn(context)
                ? work
                : Mono.error(() -> Problem.of("sandbox-only", HttpStatus.FORBIDDEN, "Only a sandbox has this")
                        .detail("Use a token of a credential that was issued with sandbox: true.")
                        .exception()));
    }
}
