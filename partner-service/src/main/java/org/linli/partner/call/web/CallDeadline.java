package org.linli.partner.call.web;

import org.jspecify.annotations.Nullable;
import org.linli.platform.request.Fields;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** Until when a call takes proposals, as somebody states it. */
public final class CallDeadline {

    static final String NOT_VALID = "The call is not valid";

    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    private CallDeadline() {}

    /**
     * A time that a table can hold and somebody can wait for.
     *
     * @throws org.linli.platform.problem.ProblemException (422) where it is not
     */
    public static Instant of(@Nullable Instant stated) {
        return Fields.read(NOT_VALID, fields -> read(fields, stated));
    }

    static Instant read(Fields fields, @Nullable Instant stated) {
        Instant deadline = Objects.requireNonNull(stated);
        if (deadline.isBefore(Instant.EPOCH) || deadline.isAfter(FAR)) {
            fields.add("deadline", "out of range", "a time before " + FAR);
            return FAR;
        }
        return deadline.truncatedTo(ChronoUnit.MICROS);
    }
}
