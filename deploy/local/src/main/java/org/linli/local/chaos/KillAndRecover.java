package org.linli.local.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.linli.local.suite.Part;
import org.linli.local.suite.Suite;

/**
 * Runs a workload against the real processes of a suite, kills parts with -9 as planned and starts them again, and
 * afterwards waits until every invariant holds. Any service joins by a workload and invariants of its own.
 */
public final class KillAndRecover {
    private static final Duration TO_SETTLE = Duration.ofMinutes(2);
    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(20);

    private final Suite suite;
    private final Consumer<String> say;

    public KillAndRecover(Suite suite, Consumer<String> say) {
        this.suite = suite;
        this.say = say;
    }

    /** Gives what contradicts the invariants after all had time to settle; nothing when all is well. */
    public List<String> run(Workload workload, KillPlan plan, List<Invariant> invariants) {
        CompletableFuture<Void> work = CompletableFuture.runAsync(workload::run, Thread::startVirtualThread);
        for (KillPlan.Kill kill : plan.kills()) {
            awaitShare(workload, kill, work);
            kill(kill.part(), workload);
        }
        work.join();
        say.accept("all " + workload.size() + " acknowledged");
        List<String> violations = new ArrayList<>();
        invariants.forEach(invariant -> violations.addAll(settled(invariant)));
        return violations;
    }

    private static void awaitShare(Workload workload, KillPlan.Kill kill, CompletableFuture<Void> work) {
        while (!work.isDone() && workload.acknowledged() < kill.after() * workload.size()) {
            LockSupport.parkNanos(LOOK_EVERY);
        }
    }

    private void kill(Part part, Workload workload) {
        say.accept(String.format(
                Locale.ROOT, "kill -9 %s after %d of %d", part.title(), workload.acknowledged(), workload.size()));
        suite.kill(part);
        suite.start(part);
    }

    private List<String> settled(Invariant invariant) {
        long end = System.nanoTime() + TO_SETTLE.toNanos();
        List<String> violations = invariant.violations().get();
        while (!violations.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
            violations = invariant.violations().get();
        }
        say.accept((violations.isEmpty() ? "holds: " : "VIOLATED: ") + invariant.name());
        return violations.stream()
                .limit(20)
                .map(violation -> invariant.name() + ": " + violation)
                .toList();
    }
}
