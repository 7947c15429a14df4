package org.linli.local.chaos;

import org.linli.local.gateway.GatewayClient;
import org.linli.local.suite.Part;
import org.linli.local.suite.Suite;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The main flow and the partners' under kill -9 of each part that holds or moves anything. */
public final class Chaos {
    /** Identity only signs people in; its tokens outlive it. */
    public static final List<Part> VICTIMS =
            List.of(Part.COMPANY, Part.FUND, Part.PARTNER, Part.GATEWAY, Part.KAFKA, Part.POSTGRES);

    private Chaos() {}

    /**
     * One round on a running suite; every seed once a suite.
     *
     * @param entries how many are booked meanwhile, a multiple of 40
     * @param months how many the partners work meanwhile, at most 12
     * @return what is wrong afterwards; nothing when all is well
     */
    public static List<String> round(Suite suite, long seed, int entries, int months, Consumer<String> say) {
        try (GatewayClient gateway = new GatewayClient(
                suite.settings().url(Part.GATEWAY), suite.settings().url(Part.IDENTITY), Duration.ofMinutes(5))) {
            RevenueWorkload revenue = new RevenueWorkload(gateway, entries, seed);
            PartnerWorkload partners = new PartnerWorkload(gateway, seed, months);
            List<Invariant> invariants = Stream.of(
                            new RevenueInvariants(gateway, revenue).all(),
                            new PartnerInvariants(gateway, partners.place(), partners.facts()).all())
                    .flatMap(List::stream)
                    .toList();
            return new KillAndRecover(suite, say)
                    .run(new CombinedWorkload(revenue, partners), KillPlan.of(VICTIMS, seed), invariants);
        }
    }
}
