package org.linli.local.chaos;

import java.util.concurrent.CompletableFuture;

/** Two workloads under the same kills; the second keeps in step with the first, so that each kill finds both at work. */
record CombinedWorkload(Workload first, Workload second) implements Workload {

    @Override
    public void run(Pace pace) {
        CompletableFuture<Void> leading = CompletableFuture.runAsync(() -> first.run(pace), Thread::startVirtualThread);
        second.run(() -> {
            pace.await();
            Throttle.awaitWhile(() -> !leading.isDone() && share(second) > share(first));
        });
        leading.join();
    }

    private static double share(Workload work) {
        return (double) work.acknowledged() / work.size();
    }

    @Override
    public long acknowledged() {
        return first.acknowledged() + second.acknowledged();
    }

    @Override
    public long size() {
        return first.size() + second.size();
    }
}
