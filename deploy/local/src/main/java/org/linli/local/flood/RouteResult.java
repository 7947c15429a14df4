package org.linli.local.flood;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a flood of one route did.
 *
 * @param route method and path, with what is special about the flood
 * @param caller who sent it
 * @param bytes size of the largest body sent
 * @param othersP99 of the light calls of others to the same service meanwhile, in milliseconds
 * @param othersUnanswered how many of them were not answered with 200
 * @param heapBefore used by the service's process after a collection, in MiB
 * @param heapAfter the same afterwards
 * @param ended parts whose process ended meanwhile
 */
record RouteResult(
        String route,
        String caller,
        int bytes,
        Flood.Outcome outcome,
        long othersP99,
        int othersUnanswered,
        long heapBefore,
        long heapAfter,
        List<String> ended) {
    static final long LONGEST_P99_MILLIS = 1_000;
    /** What caches and compiled statements may add. */
    private static final long HEAP_TOLERANCE = 48;

    static String head() {
        return """
                | route | caller | body | answers | own p50 / p99 ms | others' p99 ms | heap MiB before → after | finding |
                |---|---|---:|---|---:|---:|---:|---|
                """;
    }

    /** What is not as it should be. */
    List<String> findings() {
        return findings(LONGEST_P99_MILLIS);
    }

    /** What no machine is slow enough to excuse. */
    List<String> faults() {
        List<String> faults = endings();
        faults.addAll(badAnswers());
        return faults;
    }

    private List<String> endings() {
        return ended.stream().map(part -> part + " ENDED").collect(Collectors.toCollection(ArrayList::new));
    }

    private List<String> badAnswers() {
        return outcome.faults().isEmpty() ? List.of() : List.of("answered " + String.join(", ", outcome.faults()));
    }

    private List<String> findings(long longestP99) {
        List<String> findings = endings();
        if (othersP99 >= longestP99) {
            findings.add("others' p99 " + othersP99 + " ms");
        }
        findings.addAll(badAnswers());
        if (outcome.statuses().isEmpty()) {
            findings.add("nobody was answered");
        }
        if (ended.isEmpty() && heapBefore > 0 && heapAfter > heapBefore + HEAP_TOLERANCE) {
            findings.add("heap grew by " + (heapAfter - heapBefore) + " MiB");
        }
        return findings;
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| `%s` | %s | %s | %s | %d / %d | %d%s | %d → %d | %s |%n",
                route,
                caller,
                bytes == 0 ? "" : bytes < 10_000 ? bytes + " B" : bytes / 1024 + " KB",
                outcome.statuses().entrySet().stream()
                        .map(entry -> entry.getValue() + "× " + entry.getKey())
                        .collect(Collectors.joining(", ")),
                outcome.latencies().percentile(0.5),
                outcome.latencies().percentile(0.99),
                othersP99,
                othersUnanswered == 0 ? "" : " (" + othersUnanswered + " unanswered)",
                heapBefore,
                heapAfter,
                String.join("; ", findings()));
    }
}
