package org.linli.local.gateway;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Work done side by side, but never more than so many pieces at once: who gives another piece waits until there is
 * room, so that a long file is read no faster than it is sent.
 */
public final class OrderedExecutors implements AutoCloseable {
    private final int width;
    private final Semaphore room;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    public OrderedExecutors(int width) {
        this.width = width;
        this.room = new Semaphore(width);
    }

    /** Gives a piece of work; fails at once when an earlier one failed. */
    public void give(Runnable work) {
        room.acquireUninterruptibly();
        if (failure.get() != null) {
            room.release();
            throwFailure();
        }
        threads.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
            } finally {
                room.release();
            }
        });
    }

    /** Waits until everything given is done. */
    public void await() {
        room.acquireUninterruptibly(width);
        room.release(width);
        throwFailure();
    }

    private void throwFailure() {
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
