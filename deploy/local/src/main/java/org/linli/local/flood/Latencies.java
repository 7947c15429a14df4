package org.linli.local.flood;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long calls took; safe for many at once. */
final class Latencies {
    private final ConcurrentLinkedQueue<Long> nanos;

    Latencies() {
        this(List.of());
    }

    @JsonCreator
    Latencies(List<Long> nanos) {
        this.nanos = new ConcurrentLinkedQueue<>(nanos);
    }

    /** One for each call, in nanoseconds. */
    @JsonValue
    List<Long> nanos() {
        return List.copyOf(nanos);
    }

    void add(long taken) {
        nanos.add(taken);
    }

    int count() {
        return nanos.size();
    }

    /** In milliseconds, 0 when there was none; the share is 0.5 for the median. */
    long percentile(double share) {
        List<Long> sorted = nanos.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return 0;
        }
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, index)) / 1_000_000;
    }
}
