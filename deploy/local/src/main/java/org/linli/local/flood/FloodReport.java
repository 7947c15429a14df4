package org.linli.local.flood;

import org.linli.local.suite.Part;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the floods did, route by route.
 *
 * @param alone the others' p99 without any flood, in milliseconds
 * @param peaks largest resident memory of each process over all, in MiB
 */
public record FloodReport(
        int parallel, Duration time, List<RouteResult> results, Map<Part, Long> alone, Map<Part, Long> peaks) {
    /** How many there were. */
    public int floods() {
        return results.size();
    }

    /** What is not as it should be; nothing when all is well. */
    public List<String> findings() {
        return each(RouteResult::findings);
    }

    /** Ended processes and answers that nobody may be given, however slow the machine is. */
    public List<String> faults() {
        return each(RouteResult::faults);
    }

    private List<String> each(Function<RouteResult, List<String>> what) {
        return results.stream()
                .flatMap(result -> what.apply(result).stream().map(finding -> result.route() + ": " + finding))
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
                + " twenty times a second. Their p99 is to stay under " + RouteResult.LONGEST_P99_MILLIS
                + " ms, no process is to end, and no 5xx to be answered but 503 with `Retry-After`. The highest p99 of others was "
                + p99 + " ms (`" + worst + "`); without any flood it was " + listed(alone, "ms")
                + ".\n\n## Findings\n\n"
                + (findings.isEmpty()
                        ? "None.\n"
                        : findings.stream().map(finding -> "- " + finding).collect(Collectors.joining("\n", "", "\n")))
                + "\n## Memory\n\nLargest resident memory of each process over all floods: "
                + listed(peaks, "MiB")
                + ".\n\n## Each route\n\n" + RouteResult.head()
                + results.stream().map(RouteResult::row).collect(Collectors.joining());
    }

    private static String listed(Map<Part, Long> values, String unit) {
        return values.entrySet().stream()
                .map(value -> value.getKey().title() + " " + value.getValue() + " " + unit)
                .collect(Collectors.joining(", "));
    }
}
