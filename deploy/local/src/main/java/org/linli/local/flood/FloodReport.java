package org.linli.local.flood;

import org.linli.local.suite.Part;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the floods did, route by route.
 *
 * @param peaks largest resident memory of each process over all, in MiB
 */
public record FloodReport(int parallel, Duration time, List<RouteResult> results, Map<Part, Long> peaks) {
    /** How many there were. */
    public int floods() {
        return results.size();
    }

    /** What is not as it should be; nothing when all is well. */
    public List<String> findings() {
        return results.stream()
                .flatMap(result -> result.findings().stream().map(finding -> result.route() + ": " + finding))
                .toList();
    }

    /** For a page: what stands out first, then all. */
    public String markdown() {
        long p99 = results.stream().mapToLong(RouteResult::othersP99).max().orElse(0);
        String worst = results.stream()
                .max(Comparator.comparingLong(RouteResult::othersP99))
                .map(RouteResult::route)
                .orElse("none");
        List<String> findings = findings();
        return results.size() + " floods, each of " + parallel + " callers at once for " + time.toSeconds()
                + " s, with the heaps as shipped; meanwhile other people ask the same service for one small thing"
                + " twenty times a second. Their p99 stays under " + RouteResult.LONGEST_P99_MILLIS
                + " ms, no process ends, and no 5xx is answered but 503 with `Retry-After`. The highest p99 of others was "
                + p99 + " ms (`" + worst + "`).\n\n## Findings\n\n"
                + (findings.isEmpty()
                        ? "None.\n"
                        : findings.stream().map(finding -> "- " + finding).collect(Collectors.joining("\n", "", "\n")))
                + "\n## Memory\n\nLargest resident memory of each process over all floods: "
                + peaks.entrySet().stream()
                        .map(peak -> peak.getKey().title() + " " + peak.getValue() + " MiB")
                        .collect(Collectors.joining(", "))
                + ".\n\n## Each route\n\n" + RouteResult.head()
                + results.stream().map(RouteResult::row).collect(Collectors.joining());
    }
}
