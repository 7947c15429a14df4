package org.linli.local.chaos;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * How far the work may go for now: a part that is slow to come back must not let the work end before the next one
 * is killed in the middle of it.
 */
public final class Pace {
    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(10);

    private volatile long upTo = Long.MAX_VALUE;

    void upTo(long pieces) {
        upTo = pieces;
    }

    void free() {
        upTo = Long.MAX_VALUE;
    }

    /** Called before each piece; waits while so many are acknowledged that the work has to pause. */
    public void await(LongSupplier acknowledged) {
        while (acknowledged.getAsLong() >= upTo) {
            LockSupport.parkNanos(LOOK_EVERY);
        }
    }
}
