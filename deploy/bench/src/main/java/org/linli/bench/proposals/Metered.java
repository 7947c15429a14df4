package org.linli.bench.proposals;

import org.linli.bench.Variant;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Work on a process that also tells how much of the cores the process took for it: what else goes on at the machine
 * moves the rate, and hardly this.
 */
final class Metered implements Variant.Work {

    private final Variant.Work work;
    private final ProcessHandle process;
    private final PrintStream out;
    private final List<Double> milliseconds = new ArrayList<>();

    Metered(Variant.Work work, long pid, PrintStream out) {
        this.work = work;
        this.process = ProcessHandle.of(pid).orElseThrow();
        this.out = out;
    }

    @Override
    public double ratePerSecond(Duration time) throws Exception {
        Duration before = cpu();
        long start = System.nanoTime();
        double rate = work.ratePerSecond(time);
        double answers = rate * (System.nanoTime() - start) / 1e9;
        milliseconds.add(cpu().minus(before).toNanos() / 1e6 / answers);
        out.printf("    %.2f ms of a core an answer%n", milliseconds.getLast());
        return rate;
    }

    /** The least of all times: compiling, which is over some day, is in the others. */
    double leastMilliseconds() {
        return milliseconds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    private Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }
}
