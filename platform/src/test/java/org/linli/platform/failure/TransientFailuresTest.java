package org.linli.platform.failure;

import io.r2dbc.spi.R2dbcBadGrammarException;
import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcRollbackException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;

import java.util.concurrent.TimeoutException;

import static org.assertj.core.api.Assertions.assertThat;

class TransientFailuresTest {

    @Test
    void what_was_slow_busy_or_away_passes_however_deep_it_lies() {
        assertThat(TransientFailures.isTransient(new RuntimeException(new TimeoutException())))
                .isTrue();
        assertThat(TransientFailures.isTransient(
                        new IllegalStateException(new R2dbcNonTransientResourceException("gone"))))
                .isTrue();
        assertThat(TransientFailures.isTransient(new PessimisticLockingFailureException("locked")))
                .isTrue();
    }

    @Test
    void a_fault_of_ours_does_not_pass() {
        assertThat(TransientFailures.isTransient(new R2dbcBadGrammarException("no such column", "42703")))
                .isFalse();
        assertThat(TransientFailures.isTransient(new NullPointerException())).isFalse();
    }

    @Test
    void a_transaction_that_lost_against_others_is_a_conflict_and_passes() {
        var deadlock = new RuntimeException(new R2dbcRollbackException("deadlock", "40P01"));
        assertThat(TransientFailures.isConflict(deadlock)).isTrue();
        assertThat(TransientFailures.isTransient(deadlock)).isTrue();
        assertThat(TransientFailures.isConflict(new R2dbcNonTransientResourceException("gone", "08006")))
                .isFalse();
    }

    @Test
    void refused_data_do_not_pass() {
        var taken = new RuntimeException(new R2dbcDataIntegrityViolationException("taken", "23505"));
        assertThat(TransientFailures.isAboutData(taken)).isTrue();
        assertThat(TransientFailures.isTransient(taken)).isFalse();
        assertThat(TransientFailures.isAboutData(new DataIntegrityViolationException("taken")))
                .isTrue();
        assertThat(TransientFailures.isAboutData(new R2dbcRollbackException("deadlock", "40P01")))
                .isFalse();
    }
}
