package org.linli.partner.call.web;

import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.Problem;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** Until when a call takes proposals, as somebody states it. */
public final class CallDeadline {

    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    private CallDeadline() {}

    /**
     * A time that a table can hold and somebody can wait for.
     *
     * @throws org.linli.platform.problem.ProblemException (422) where it is not
     */
    public static Instant of(@Nullable Instant stated) {
        Instant deadline = Objects.requireNonNull(stated);
        if (deadline.isBefore(Instant.EPOCH) || deadline.isAfter(FAR)) {
            throw Problem.invalid("The call is not valid")
                    .field("deadline", "out of range", "a time before " + FAR)
                    .exception();
        }
        return deadline.truncatedTo(ChronoUnit.MICROS);
    }
}
