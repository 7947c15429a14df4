package org.linli.platform.command;

import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.idempotency.IdempotentCommands;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Commands on one kind of thing, as a controller describes it once: what it is called, how it looks, where it is found
 * and which version it has. Each command runs in one transaction, together with its key, and is answered with the view;
 * 404 where it found nothing. A refusal rolls everything back and is told by the feature's {@link RefusalProblems}.
 *
 * @param <T> what a command gives
 * @param <V> how it is shown
 */
public final class CommandEndpoint<T, V> {

    private final IdempotentCommands commands;
    private final TransactionalOperator transaction;
    private final Answers<T, V> answers;

    CommandEndpoint(IdempotentCommands commands, TransactionalOperator transaction, Answers<T, V> answers) {
        this.commands = commands;
        this.transaction = transaction;
        this.answers = answers;
    }

    /** @param path that the thing is found under, by its id */
    public CommandEndpoint<T, V> at(String path, Function<V, ?> id) {
        return at(view ->
                path + "/" + UriUtils.encodePathSegment(String.valueOf(id.apply(view)), StandardCharsets.UTF_8));
    }

    /** For things that are found otherwise. */
    public CommandEndpoint<T, V> at(Function<V, String> location) {
        return new CommandEndpoint<>(commands, transaction, answers.at(location));
    }

    /** @param version that an answer's tag says, and {@code If-Match} expects */
    public CommandEndpoint<T, V> versioned(ToLongFunction<V> version) {
        return new CommandEndpoint<>(commands, transaction, answers.versioned(version));
    }

    /** 201 with what was made. */
    public Mono<ResponseEntity<V>> create(CommandKey key, Object body, Supplier<Mono<T>> command) {
        return run(key, body, () -> answers.found(command.get()).map(answers::created));
    }

    /** 200 with what it is now. */
    public Mono<ResponseEntity<V>> change(CommandKey key, Object body, Supplier<Mono<T>> command) {
        return run(key, body, () -> answers.found(command.get()).map(answers::ok));
    }

    /** For a command without a body. */
    public Mono<ResponseEntity<V>> change(CommandKey key, Supplier<Mono<T>> command) {
        return change(key, "", command);
    }

    /** 200 with what it is now, for a PUT: the same again is the same, so it needs no key. */
    public Mono<ResponseEntity<V>> replace(Supplier<Mono<T>> command) {
        return inTransaction(() -> answers.found(command.get()).map(answers::ok));
    }

    /** For a command whose answer says more than the view; see {@link #created} and {@link #ok}. */
    public Mono<ResponseEntity<V>> run(CommandKey key, Object body, Supplier<Mono<ResponseEntity<V>>> command) {
        return commands.once(key, body, answers.type(), command);
    }

    /** The same for a PUT. */
    public Mono<ResponseEntity<V>> inTransaction(Supplier<Mono<ResponseEntity<V>>> command) {
        return Mono.defer(command).as(transaction::transactional);
    }

    /** Runs a command and keeps nothing of it: the answer says what would happen. */
    public Mono<ResponseEntity<V>> tryOut(Supplier<Mono<T>> command) {
        return transaction
                .execute(status -> {
                    status.setRollbackOnly();
                    return answers.found(command.get()).map(answers::ok);
                })
                .single();
    }

    /** The answer of a command that was done before, empty where it was not. */
    public Mono<ResponseEntity<V>> answeredBefore(CommandKey key, Object body) {
        return commands.kept(key, body, answers.type());
    }

    public ResponseEntity<V> created(T thing) {
        return answers.created(thing);
    }

    public ResponseEntity<V> ok(T thing) {
        return answers.ok(thing);
    }
}
