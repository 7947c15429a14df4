package org.linli.platform.failure;

import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcRollbackException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The one rule for what is transient: the same work, unchanged, may well succeed in a moment, because the database was
 * slow, busy or away. Each question looks at the failure and all its causes.
 */
public final class TransientFailures {

    /** Serialization failure and deadlock: others came in between, and the transaction was rolled back for them. */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01");

    private static final Set<Class<? extends Exception>> TRANSIENT = Set.of(
            TransientDataAccessException.class,
            DataAccessResourceFailureException.class,
            CannotCreateTransactionException.class,
            R2dbcTransientException.class,
            R2dbcRollbackException.class,
            R2dbcTimeoutException.class,
            // A connection that is lost is no resource for long: the pool makes another.
            R2dbcNonTransientResourceException.class,
            TimeoutException.class);

    private TransientFailures() {}

    /** Whether it passes by itself: answered with 503, not as a fault of ours. */
    public static boolean isTransient(Throwable failure) {
        return anyCause(failure, cause -> TRANSIENT.stream().anyMatch(type -> type.isInstance(cause)));
    }

    /** Whether the transaction lost against others and can be repeated at once. */
    public static boolean isConflict(Throwable failure) {
        return sqlState(failure).filter(CONFLICTS::contains).isPresent();
    }

    /**
     * Whether the data themselves are refused, which no repetition changes: SQLSTATE classes 22 (a value that no column
     * takes, such as a number out of range) and 23 (a constraint).
     */
    public static boolean isAboutData(Throwable failure) {
        return anyCause(failure, DataIntegrityViolationException.class::isInstance)
                || sqlState(failure)
                        .filter(state -> state.startsWith("22") || state.startsWith("23"))
                        .isPresent();
    }

    /** What PostgreSQL says it was. */
    public static Optional<String> sqlState(Throwable failure) {
        return causes(failure)
                .filter(R2dbcException.class::isInstance)
                .flatMap(cause -> Stream.ofNullable(((R2dbcException) cause).getSqlState()))
                .findFirst();
    }

    /** Whether the failure or one of its causes is such. */
    public static boolean anyCause(Throwable failure, Predicate<Throwable> such) {
        return causes(failure).anyMatch(such);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        Stream.Builder<Throwable> causes = Stream.builder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes.build();
    }
}
