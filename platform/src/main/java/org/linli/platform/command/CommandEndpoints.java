package org.linli.platform.command;

import org.linli.platform.idempotency.IdempotentCommands;
import org.springframework.transaction.reactive.TransactionalOperator;

import java.util.function.Function;

/** Makes the {@link CommandEndpoint} of each kind of thing. */
public final class CommandEndpoints {

    private final IdempotentCommands commands;
    private final TransactionalOperator transaction;

    public CommandEndpoints(IdempotentCommands commands, TransactionalOperator transaction) {
        this.commands = commands;
        this.transaction = transaction;
    }

    /**
     * @param name what it is called where it is not found, such as {@code The call}
     * @param type of its views
     * @param view of what a command led to
     */
    public <T, V> CommandEndpoint<T, V> of(String name, Class<V> type, Function<T, V> view) {
        return new CommandEndpoint<>(commands, transaction, new Answers<>(name, type, view, null, null));
    }

    /** Of commands that give their view themselves. */
    public <V> CommandEndpoint<V, V> of(String name, Class<V> type) {
        return of(name, type, Function.identity());
    }
}
