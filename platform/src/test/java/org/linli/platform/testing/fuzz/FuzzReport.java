package org.linli.platform.testing.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a run of the fuzzer saw. */
public final class FuzzReport {

    private static final int SHOWN = 20;

    private final long seed;
    private final Set<String> operations;
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Set<String> refusedOperations = new TreeSet<>();
    private final Set<String> servedOperations = new TreeSet<>();
    private final List<String> violations = new ArrayList<>();
    private int requests;
    private int watchedRefusals;

    FuzzReport(long seed, Set<String> operations) {
        this.seed = seed;
        this.operations = operations;
    }

    void saw(FuzzRequest request, int status) {
        requests++;
        statuses.merge(status, 1, Integer::sum);
        if (status >= 400) {
            refusedOperations.add(request.operation());
        } else if (request.operation().startsWith(request.method() + " ")) {
            servedOperations.add(request.operation());
        }
    }

    void watchedRefusal() {
        watchedRefusals++;
    }

    void violation(int number, FuzzRequest request, String what) {
        violations.add("#" + number + " " + what + "\n    " + request);
    }

    /** How many requests were sent. */
    public int requests() {
        return requests;
    }

    /** How many refused writes were seen, one by one, to leave the database as it was. */
    public int watchedRefusals() {
        return watchedRefusals;
    }

    /** Each answer that should not have been, with the request that got it. */
    public List<String> violations() {
        return violations;
    }

    /** Operations of which no request was ever refused: they were not fuzzed. */
    public Set<String> neverRefused() {
        var rest = new TreeSet<>(operations);
        rest.removeAll(refusedOperations);
        return rest;
    }

    /** Operations that at least one request got through to. */
    public Set<String> served() {
        return servedOperations;
    }

    /** Operations that no request got through to. */
    public Set<String> neverServed() {
        var rest = new TreeSet<>(operations);
        rest.removeAll(servedOperations);
        return rest;
    }

    /** Fails with the first violations, or where some operation was not really fuzzed. */
    public void assertClean() {
        if (!violations.isEmpty() || !neverRefused().isEmpty()) {
            throw new AssertionError(this + "\n"
                    + String.join("\n", violations.subList(0, Math.min(SHOWN, violations.size())))
                    + (neverRefused().isEmpty() ? "" : "\nnever refused: " + neverRefused()));
        }
    }

    @Override
    public String toString() {
        return "fuzz seed %d: %,d requests to %d operations, %d of them served at least once; statuses %s; %,d refused writes watched; %d violations"
                .formatted(
                        seed,
                        requests,
                        operations.size(),
                        servedOperations.size(),
                        statuses,
                        watchedRefusals,
                        violations.size());
    }
}
