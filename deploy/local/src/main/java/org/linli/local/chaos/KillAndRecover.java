package org.linli.local.chaos;

import org.linli.local.suite.Part;
import org.linli.local.suite.Suite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Runs a workload against the real processes of a suite, kills parts with -9 as planned and starts them again, and
 * afterwards waits until every invariant holds. Any service joins by a workload and invariants of its own.
 */
public final class KillAndRecover {
    private static final Duration TO_SETTLE = Duration.ofMinutes(2);
    private static final long IN_FLIGHT = 12;
    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(20);

    private final Suite suite;
    private final Consumer<String> say;

    public KillAndRecover(Suite suite, Consumer<String> say) {
        this.suite = suite;
        this.say = say;
    }

    /** Gives what contradicts the invariants after all had time to settle; nothing when all is well. */
    public List<String> run(Workload workload, KillPlan plan, List<Invariant> invariants) {
        Throttle brake = new Throttle(workload::acknowledged);
        CompletableFuture<Void> work =
                CompletableFuture.runAsync(() -> workload.run(brake), Thread::startVirtualThread);
        for (int i = 0; i < plan.kills().size(); i++) {
            awaitMoment(workload, plan.kills().get(i), i > 0, work);
            brake.upTo(
                    i + 1 < plan.kills().size() ? moment(workload, plan.kills().get(i + 1)) : Long.MAX_VALUE);
            kill(plan.kills().get(i).part(), workload);
            brake.free();
        }
        try {
            work.join();
        } catch (CompletionException failed) {
            say.accept("VIOLATED: " + failed.getCause());
            return List.of("the work came to no end: " + failed.getCause());
        }
        say.accept("all " + workload.size() + " acknowledged");
        List<String> violations = new ArrayList<>();
        invariants.forEach(invariant -> violations.addAll(settled(invariant, say)));
        return violations;
    }

    /** After a recovery the work goes on for a moment first, so that the next kill hits it in full flight. */
    private static void awaitMoment(
            Workload workload, KillPlan.Kill kill, boolean recovered, CompletableFuture<Void> work) {
        long again = recovered ? workload.acknowledged() + IN_FLIGHT : 0;
        long moment = Math.max(moment(workload, kill), again);
        while (!work.isDone() && workload.acknowledged() < moment) {
            LockSupport.parkNanos(LOOK_EVERY);
        }
    }

    private static long moment(Workload workload, KillPlan.Kill kill) {
        return (long) (kill.after() * workload.size());
    }

    private void kill(Part part, Workload workload) {
        say.accept(String.format(
                Locale.ROOT, "kill -9 %s after %d of %d", part.title(), workload.acknowledged(), workload.size()));
        suite.kill(part);
        suite.start(part);
    }

    static List<String> settled(Invariant invariant, Consumer<String> say) {
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
