package org.linli.local.chaos;

import org.linli.local.gateway.GatewayClient;
import org.linli.local.suite.Part;
import org.linli.local.suite.Suite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The main flow, the partners' and the transfers, whose every command is first sent over a line that is cut, and then
 * again with its key. All the while each database is looked at: no key without its answer, no event without its state,
 * no connection left inside a transaction.
 */
public final class Cuts {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private Cuts() {}

    /** @param cuts how many lines were cut; @param violations what was wrong, nothing when all is well */
    public record Round(long cuts, List<String> violations) {}

    /**
     * One round on a running suite; every seed once a suite.
     *
     * @param entries how many are booked, a multiple of 40
     * @param months how many the partners work, at most 12
     */
    public static Round round(Suite suite, long seed, int entries, int months, Consumer<String> say) {
        CutLines lines = new CutLines(suite.settings(), seed);
        List<WholeCommands> databases = databases(suite);
        try (GatewayClient gateway = new GatewayClient(
                suite.settings().url(Part.GATEWAY),
                suite.settings().url(Part.IDENTITY),
                Duration.ofMinutes(5),
                lines)) {
            RevenueWorkload revenue = new RevenueWorkload(gateway, entries, seed);
            PartnerWorkload partners = new PartnerWorkload(gateway, seed, months);
            FundingWorkload fundings = new FundingWorkload(gateway, revenue.city());
            Set<String> seen = new TreeSet<>();
            CompletableFuture<Void> work = CompletableFuture.runAsync(
                    () -> {
                        new CombinedWorkload(revenue, partners).run(() -> {});
                        fundings.run();
                    },
                    Thread::startVirtualThread);
            while (!work.isDone()) {
                databases.forEach(database -> seen.addAll(database.violations()));
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
            }
            try {
                work.join();
            } catch (CompletionException failed) {
                seen.add("the work came to no end: " + failed.getCause());
            }
            say.accept(lines.cuts() + " lines cut, all commands acknowledged when sent again");
            List<Invariant> invariants = Stream.of(
                            new RevenueInvariants(gateway, revenue).all(),
                            new PartnerInvariants(gateway, partners.place(), partners.facts()).all(),
                            List.of(fundings.invariant()),
                            databases.stream().map(Cuts::invariant).toList())
                    .flatMap(List::stream)
                    .toList();
            List<String> violations = new ArrayList<>(seen);
            invariants.forEach(invariant -> violations.addAll(KillAndRecover.settled(invariant, say)));
            return new Round(lines.cuts(), violations);
        }
    }

    private static List<WholeCommands> databases(Suite suite) {
        return Stream.of(Part.COMPANY, Part.FUND, Part.PARTNER)
                .map(part -> new WholeCommands(part, suite.postgres()))
                .toList();
    }

    private static Invariant invariant(WholeCommands database) {
        return new Invariant(
                "keys, states and events of " + database.part().title() + " belong together", database::violations);
    }
}
