package org.linli.platform.command;

import org.linli.platform.decision.RefusalReason;
import org.linli.platform.decision.RefusedException;
import org.linli.platform.problem.Problem;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells whoever was refused why, in the words of the feature that refused. */
final class RefusedCommands implements WebFilter, Ordered {

    private final List<Words<?>> words;

    RefusedCommands(Stream<? extends RefusalProblems<?>> problems) {
        this.words = problems.<Words<?>>map(Words::of).toList();
    }

    /** Next to the handlers, so that every filter meets the problem that the caller is told. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange).onErrorMap(RefusedException.class, this::told);
    }

    private RuntimeException told(RefusedException refused) {
        return words.stream()
                .flatMap(one -> one.of(refused.reason()))
                .findFirst()
                .<RuntimeException>map(Problem::exception)
                .orElseGet(() -> new IllegalStateException(
                        "no RefusalProblems for " + refused.reason().getClass().getName(), refused));
    }

    private record Words<R extends RefusalReason>(Class<R> type, RefusalProblems<R> problems) {

        @SuppressWarnings("unchecked") // the type argument of the very bean
        static <R extends RefusalReason> Words<R> of(RefusalProblems<R> problems) {
            var type = ResolvableType.forClass(RefusalProblems.class, problems.getClass());
            return new Words<>((Class<R>) Objects.requireNonNull(type.resolveGeneric(0)), problems);
        }

        Stream<Problem> of(RefusalReason reason) {
            return type.isInstance(reason) ? Stream.of(problems.of(type.cast(reason))) : Stream.empty();
        }
    }
}
