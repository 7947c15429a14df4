package org.linli.platform.uncancelled;

import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionCallback;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.function.Function;

/**
 * Transactions that nobody can cancel. A cancelled one leaves its connection with statements under way: the driver
 * still believes it to be in a transaction, and what the next one writes is rolled back or committed one by one.
 *
 * <p>Inside another transaction it takes part in that one, on the same subscription.
 */
public final class UncancelledTransactions implements TransactionalOperator {

    private final TransactionalOperator transaction;

    public UncancelledTransactions(ReactiveTransactionManager transactions) {
        this(transactions, new DefaultTransactionDefinition());
    }

    UncancelledTransactions(ReactiveTransactionManager transactions, TransactionDefinition definition) {
        this.transaction = TransactionalOperator.create(transactions, definition);
    }

    @Override
    public <T> Mono<T> transactional(Mono<T> work) {
        return insideOrOn(inside -> inside ? transaction.transactional(work) : own(work));
    }

    private <T> Mono<T> own(Mono<T> work) {
        return Uncancelled.run(transaction.transactional(work));
    }

    /** What the work gives is collected: nobody reads rows at their own pace inside a transaction. */
    @Override
    public <T> Flux<T> execute(TransactionCallback<T> action) {
        return insideOrOn(inside -> inside
                        ? transaction.execute(action).collectList()
                        : Uncancelled.run(transaction.execute(action).collectList()))
                .flatMapIterable(Function.identity());
    }

    private static <T> Mono<T> insideOrOn(Function<Boolean, Mono<T>> work) {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .map(TransactionSynchronizationManager::isActualTransactionActive)
                .onErrorReturn(NoTransactionException.class, false)
                .flatMap(work);
    }
}
