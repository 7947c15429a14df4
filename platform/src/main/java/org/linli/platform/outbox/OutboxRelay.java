package org.linli.platform.outbox;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Brings waiting events to Kafka: reads a batch in id order, sends it without waiting for each, marks the acknowledged
 * prefix in one statement. While one batch is on its way the next is read. One relay a service is active at a time.
 *
 * <p>At least once: what was sent but not yet marked when a process dies is sent again, and the inbox drops it. Order
 * holds per subject, since a subject's events are appended one after the other under its lock and are read by id, and
 * nothing is sent after what failed.
 */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration STATEMENT = Duration.ofSeconds(70);
    private static final int IN_FLIGHT = 2;

    private final OutboxStore store;
    private final RelayLease lease;
    private final BatchSender sender;
    private final OutboxProperties properties;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    OutboxRelay(OutboxStore store, RelayLease lease, BatchSender sender, OutboxProperties properties) {
        this.store = store;
        this.lease = lease;
        this.sender = sender;
        this.properties = properties;
    }

    /** Called after a commit that appended events. */
    void wake() {
        if (wake.availablePermits() == 0) {
            wake.release();
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("outbox-relay").start(this::run);
    }

    /** Waits a little for what Kafka is about to acknowledge; what it does not, leaves at the next start. */
    @Override
    public void stop() {
        running = false;
        wake();
        Thread relay = thread;
        if (relay != null && !hasEnded(relay, Duration.ofSeconds(3))) {
            sender.startOver();
            hasEnded(relay, Duration.ofSeconds(6));
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After everything that appends events has stopped. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void run() {
        while (running) {
            try {
                Long token = lease.take().block(STATEMENT);
                if (token == null || !drain(token)) {
                    rest();
                }
            } catch (RuntimeException failure) {
                log.warn("The relay starts over after: {}", failure.toString());
                rest();
            }
        }
        sender.startOver();
        try {
            lease.giveBack().block(Duration.ofSeconds(2));
        } catch (RuntimeException failure) {
            log.info("The relay's turn ends by itself: {}", failure.toString());
        }
    }

    /** Relays until nothing waits or half of the lease is over. @return whether more may be waiting */
    private boolean drain(long token) {
        long until = System.nanoTime() + properties.lease().toNanos() / 2;
        Deque<SentBatch> inFlight = new ArrayDeque<>();
        boolean sentAny = false;
        boolean more = true;
        while (running && more && !sender.hasFailed() && System.nanoTime() < until) {
            List<OutboxRow> rows = block(store.read(ids(inFlight), properties.batch()));
            more = rows.size() == properties.batch();
            if (!rows.isEmpty()) {
                sentAny = true;
                inFlight.add(sender.send(rows));
            }
            if (inFlight.size() == IN_FLIGHT && !finish(inFlight.remove(), token)) {
                break;
            }
        }
        boolean through = true;
        while (through && !inFlight.isEmpty()) {
            through = finish(inFlight.remove(), token);
        }
        if (sender.hasFailed()) {
            sender.startOver();
            return false;
        }
        return more || sentAny;
    }

    private static List<Long> ids(Collection<SentBatch> inFlight) {
        return inFlight.stream().flatMap(batch -> batch.ids().stream()).toList();
    }

    /** Waits for the acknowledgements and marks them. @return whether the whole batch is through under our token */
    private boolean finish(SentBatch batch, long token) {
        List<Long> acknowledged = batch.awaitAcknowledgedPrefix();
        if (acknowledged.isEmpty()) {
            return false;
        }
        long marked = block(store.mark(acknowledged, token));
        return marked == batch.size();
    }

    private void rest() {
        try {
            if (wake.tryAcquire(properties.idle().toMillis(), TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            running = false;
        }
    }

    private static <T> T block(Mono<T> query) {
        return java.util.Objects.requireNonNull(query.block(STATEMENT));
    }

    private static boolean hasEnded(Thread relay, Duration within) {
        try {
            return relay.join(within);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
