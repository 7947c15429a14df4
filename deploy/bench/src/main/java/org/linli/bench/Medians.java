package org.linli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What was measured.
 *
 * @param rates by variant, one a round
 */
public record Medians(Map<String, List<Double>> rates) {

    public double of(String variant) {
        return median(Objects.requireNonNull(rates.get(variant), variant));
    }

    /** How many times the rate of {@code base} the variant reaches. */
    public double ratio(String variant, String base) {
        return of(variant) / of(base);
    }

    /** The variants with median, spread and ratio to the base, as a Markdown table. */
    public String table(String base) {
        StringBuilder table = new StringBuilder("| variant | median /s | lowest | highest | ratio to " + base + " |\n")
                .append("|---|---:|---:|---:|---:|\n");
        rates.forEach((name, values) -> table.append(String.format(
                "| %s | %.0f | %.0f | %.0f | %.2f |%n",
                name,
                median(values),
                values.stream().mapToDouble(Double::doubleValue).min().orElse(0),
                values.stream().mapToDouble(Double::doubleValue).max().orElse(0),
                ratio(name, base))));
        return table.toString();
    }

    static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        sorted.sort(null);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
