package org.linli.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Whether a process that is not ready yet gets on: its log grows, or it and its children use processor time. */
final class ProgressWatch {
    /** Less than this is what a process uses that only waits. */
    private static final Duration WORK = Duration.ofSeconds(1);

    private final LongSupplier logBytes;
    private final Supplier<Duration> processorTime;
    private final LongSupplier nanoTime;
    private long log;
    private Duration processor;
    private long progressed;
    private String how = "it has just been started";

    ProgressWatch(LongSupplier logBytes, Supplier<Duration> processorTime, LongSupplier nanoTime) {
        this.logBytes = logBytes;
        this.processorTime = processorTime;
        this.nanoTime = nanoTime;
        this.log = logBytes.getAsLong();
        this.processor = processorTime.get();
        this.progressed = nanoTime.getAsLong();
    }

    /** Watches the process from now on. */
    static ProgressWatch of(ProcessMark mark, Path log) {
        return new ProgressWatch(
                () -> size(log),
                () -> mark.living().map(ProgressWatch::processorTime).orElse(Duration.ZERO),
                System::nanoTime);
    }

    private static long size(Path log) {
        try {
            return Files.size(log);
        } catch (IOException none) {
            return 0;
        }
    }

    private static Duration processorTime(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .flatMap(handle -> handle.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Looks now, and gives for how long it has not got on. */
    Duration idle() {
        long logNow = logBytes.getAsLong();
        Duration processorNow = processorTime.get();
        boolean logGrew = logNow != log;
        // The sum shrinks when a child ends, which is progress too.
        boolean worked = processorNow.compareTo(processor) < 0
                || processorNow.minus(processor).compareTo(WORK) >= 0;
        if (logGrew || worked) {
            how = logGrew ? "its log grows" : "it uses the processor";
            log = logNow;
            processor = processorNow;
            progressed = nanoTime.getAsLong();
        }
        return Duration.ofNanos(nanoTime.getAsLong() - progressed);
    }

    /** For people, as of the last look. */
    String shown(Duration idle) {
        return idle.toSeconds() < 5 ? how : "no progress for " + idle.toSeconds() + " s";
    }
}
