package org.linli.local.run;

import org.jspecify.annotations.Nullable;
import org.linli.local.gateway.Answer;

import java.util.List;

/**
 * What a batch call says of one of its rows.
 *
 * @param index position in the batch, from 0
 * @param outcome {@code ACCEPTED}, {@code CREATED}, {@code CHANGED}, {@code UNCHANGED} or {@code REFUSED}
 * @param errors what is wrong with a refused one
 */
record RowOutcome(int index, String outcome, @Nullable List<Answer.FieldError> errors) {
    boolean refused() {
        return "REFUSED".equals(outcome);
    }

    boolean unchanged() {
        return "UNCHANGED".equals(outcome);
    }

    List<Answer.FieldError> faults() {
        return errors == null ? List.of() : errors;
    }
}
