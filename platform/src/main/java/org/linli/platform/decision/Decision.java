package org.linli.platform.decision;

/**
 * What comes of a command: what is next, or why not. A refusal writes nothing.
 *
 * @param <S> the next state
 * @param <R> the feature's sealed reasons
 */
public sealed interface Decision<S, R extends RefusalReason> {

    record Accepted<S, R extends RefusalReason>(S next) implements Decision<S, R> {}

    record Refused<S, R extends RefusalReason>(R reason) implements Decision<S, R> {}

    static <S, R extends RefusalReason> Decision<S, R> accept(S next) {
        return new Accepted<>(next);
    }

    static <S, R extends RefusalReason> Decision<S, R> refuse(R reason) {
        return new Refused<>(reason);
    }

    /**
     * What is next, for the application service that carries it out.
     *
     * @throws RefusedException where it was refused
     */
    default S orRefuse() {
        return switch (this) {
            case Accepted<S, R>(S next) -> next;
            case Refused<S, R>(R reason) -> throw reason.exception();
        };
    }
}
