package org.linli.platform.database;

import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionMetadata;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Lifecycle;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.TransactionDefinition;
import io.r2dbc.spi.ValidationDepth;
import io.r2dbc.spi.Wrapped;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A connection as the pool holds it. What the driver itself says of its transaction counts: where it is not idle when
 * its user is done, the transaction is rolled back, and where that does not help, the pool closes the connection. A
 * query that checks whether a connection lives shows nothing of it, since it succeeds inside a transaction as well.
 */
final class GuardedConnection implements Connection, Lifecycle, Wrapped<Object> {

    private static final Logger log = LoggerFactory.getLogger(GuardedConnection.class);

    private static final Pattern WRITES = Pattern.compile(
            "\\s*(?:INSERT|UPDATE|DELETE|MERGE)\\b.*"
                    + "|\\s*WITH\\b.*\\b(?:INSERT INTO|DELETE FROM|UPDATE\\s+\\w+(?:\\s+(?:AS\\s+)?\\w+)?\\s+SET)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Connection connection;

    GuardedConnection(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Publisher<Void> postAllocate() {
        return Mono.defer(() -> connection.isAutoCommit()
                ? Mono.empty()
                : Mono.error(new IllegalStateException("a connection came out of the pool inside a transaction")));
    }

    @Override
    public Publisher<Void> preRelease() {
        return Mono.defer(() -> connection.isAutoCommit() ? Mono.empty() : rolledBack());
    }

    private Mono<Void> rolledBack() {
        log.warn("A connection was given back inside a transaction, which is rolled back.");
        return Mono.from(connection.rollbackTransaction()).then(Mono.from(postAllocate()));
    }

    /** @throws IllegalStateException for a statement that writes, outside of a transaction */
    @Override
    public Statement createStatement(String sql) {
        if (connection.isAutoCommit() && WRITES.matcher(sql).matches()) {
            throw new IllegalStateException("writes outside of a transaction: " + sql.strip());
        }
        return connection.createStatement(sql);
    }

    @Override
    public Publisher<Void> beginTransaction() {
        return connection.beginTransaction();
    }

    @Override
    public Publisher<Void> beginTransaction(TransactionDefinition definition) {
        return connection.beginTransaction(definition);
    }

    @Override
    public Publisher<Void> commitTransaction() {
        return connection.commitTransaction();
    }

    @Override
    public Publisher<Void> rollbackTransaction() {
        return connection.rollbackTransaction();
    }

    @Override
    public Publisher<Void> createSavepoint(String name) {
        return connection.createSavepoint(name);
    }

    @Override
    public Publisher<Void> releaseSavepoint(String name) {
        return connection.releaseSavepoint(name);
    }

    @Override
    public Publisher<Void> rollbackTransactionToSavepoint(String name) {
        return connection.rollbackTransactionToSavepoint(name);
    }

    @Override
    public Publisher<Void> close() {
        return connection.close();
    }

    @Override
    public Batch createBatch() {
        return connection.createBatch();
    }

    @Override
    public boolean isAutoCommit() {
        return connection.isAutoCommit();
    }

    @Override
    public ConnectionMetadata getMetadata() {
        return connection.getMetadata();
    }

    @Override
    public IsolationLevel getTransactionIsolationLevel() {
        return connection.getTransactionIsolationLevel();
    }

    @Override
    public Publisher<Void> setAutoCommit(boolean autoCommit) {
        return connection.setAutoCommit(autoCommit);
    }

    @Override
    public Publisher<Void> setLockWaitTimeout(Duration timeout) {
        return connection.setLockWaitTimeout(timeout);
    }

    @Override
    public Publisher<Void> setStatementTimeout(Duration timeout) {
        return connection.setStatementTimeout(timeout);
    }

    @Override
    public Publisher<Void> setTransactionIsolationLevel(IsolationLevel level) {
        return connection.setTransactionIsolationLevel(level);
    }

    @Override
    public Publisher<Boolean> validate(ValidationDepth depth) {
        return connection.validate(depth);
    }

    @Override
    public Object unwrap() {
        return connection;
    }

    /** Also what the driver wraps, such as the loop that a connection lives on. */
    @Override
    public <E> @Nullable E unwrap(Class<E> type) {
        return type.isInstance(connection)
                ? type.cast(connection)
                : connection instanceof Wrapped<?> driver ? driver.unwrap(type) : null;
    }
}
