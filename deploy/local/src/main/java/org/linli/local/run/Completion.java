package org.linli.local.run;

import org.linli.local.gateway.CallFailure;
import org.linli.local.gateway.Clients;
import org.linli.local.gateway.GatewayClient;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits until consolidation and fund have taken in the statements accepted since the beginning. */
final class Completion {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private final GatewayClient gateway;
    private final Map<String, Long> consolidatedBefore = new TreeMap<>();
    private final Map<String, Long> fundedBefore = new TreeMap<>();

    /** Takes the counts that the later ones are compared with. */
    Completion(GatewayClient gateway, Set<String> cities) {
        this.gateway = gateway;
        for (String city : cities) {
            consolidatedBefore.put(city, consolidated(city));
            fundedBefore.put(city, funded(city));
        }
    }

    private record ProgressView(long acceptedStatements) {}

    private long consolidated(String city) {
        return read("/api/company/consolidation/" + city + "/progress");
    }

    private long funded(String city) {
        return read("/api/fund/progress/" + city);
    }

    private long read(String path) {
        return gateway.get(Clients.HQ, path).required(ProgressView.class).acceptedStatements();
    }

    /** @param acceptances how many statements were accepted since this was made */
    void awaitConsolidated(long acceptances) {
        await("the consolidation", consolidatedBefore, acceptances, this::consolidated);
    }

    /** @param acceptances how many statements were accepted since this was made */
    void awaitFund(long acceptances) {
        await("the fund", fundedBefore, acceptances, this::funded);
    }

    private interface Count {
        long of(String city);
    }

    private static void await(String who, Map<String, Long> before, long acceptances, Count count) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long done = 0;
        while (System.nanoTime() < end) {
            done = before.entrySet().stream()
                    .mapToLong(city -> count.of(city.getKey()) - city.getValue())
                    .sum();
            if (done >= acceptances) {
                return;
            }
            LockSupport.parkNanos(PAUSE);
        }
        throw new CallFailure("After " + PATIENCE.toSeconds() + " s " + who + " has taken in " + done + " of "
                + acceptances + " accepted statements; see ./linli status and ./linli logs");
    }
}
