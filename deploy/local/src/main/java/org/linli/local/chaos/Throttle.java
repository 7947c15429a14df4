package org.linli.local.chaos;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** A part that is slow to come back must not let the work end before the next one is killed in the middle of it. */
final class Throttle implements Pace {
    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(10);

    private final LongSupplier acknowledged;
    private volatile long upTo = Long.MAX_VALUE;

    Throttle(LongSupplier acknowledged) {
        this.acknowledged = acknowledged;
    }

    void upTo(long pieces) {
        upTo = pieces;
    }

    void free() {
        upTo = Long.MAX_VALUE;
    }

    @Override
    public void await() {
        awaitWhile(() -> acknowledged.getAsLong() >= upTo);
    }

    static void awaitWhile(BooleanSupplier tooFar) {
        while (tooFar.getAsBoolean()) {
            LockSupport.parkNanos(LOOK_EVERY);
        }
    }
}
