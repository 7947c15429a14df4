package org.linli.local.chaos;

import org.linli.local.gateway.Clients;
import org.linli.local.gateway.GatewayClient;
import org.linli.local.gateway.ItemPages;
import org.linli.local.proof.Differences;
import org.linli.local.run.Figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What must hold of the main flow after any crash, asked of the suite through the gateway. */
public final class RevenueInvariants {
    private final GatewayClient gateway;
    private final RevenueWorkload workload;

    public RevenueInvariants(GatewayClient gateway, RevenueWorkload workload) {
        this.gateway = gateway;
        this.workload = workload;
    }

    private record EntryView(String entryNo) {}

    private record ProgressView(long acceptedStatements) {}

    /** In the order in which they can come true. */
    public List<Invariant> all() {
        return List.of(
                new Invariant("every acknowledged entry is there, once", this::entries),
                new Invariant("every accepted statement was consolidated and accrued, once", this::statements),
                new Invariant("HQ equals the sum of branches, obligations and ledger are right", this::figures));
    }

    private List<String> entries() {
        Map<String, Integer> found = new HashMap<>();
        ItemPages.each(
                gateway,
                Clients.CLERK,
                "/api/company/entries?limit=1000&within=" + workload.city(),
                EntryView.class,
                entry -> found.merge(entry.entryNo(), 1, Integer::sum));
        List<String> violations = new ArrayList<>();
        Set<String> all = new TreeSet<>(workload.numbers());
        all.addAll(found.keySet());
        for (String number : all) {
            int times = found.getOrDefault(number, 0);
            if (times != 1 || !workload.numbers().contains(number)) {
                violations.add(number + " is there " + times + " times");
            }
        }
        return violations;
    }

    private List<String> statements() {
        List<String> violations = new ArrayList<>();
        for (String path : List.of(
                "/api/company/consolidation/" + workload.city() + "/progress",
                "/api/fund/progress/" + workload.city())) {
            long taken =
                    gateway.get(Clients.HQ, path).required(ProgressView.class).acceptedStatements();
            if (taken != workload.acceptances()) {
                violations.add(path + " says " + taken + " of " + workload.acceptances());
            }
        }
        return violations;
    }

    private List<String> figures() {
        return Differences.between(workload.books(), Figures.read(gateway, Set.of(workload.city())));
    }
}
