package org.linli.local.proof;

import org.linli.local.gateway.GatewayClient;
import org.linli.local.run.MainJob;
import org.linli.local.run.RunReport;
import org.linli.local.suite.Part;
import org.linli.local.suite.PeakMemory;
import org.linli.local.suite.SuiteSettings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The main job on generated files, compared with independent books of the same files. */
public final class Proof {
    private Proof() {}

    /**
     * @param report of the run
     * @param differences between the suite's figures and the independent ones
     * @param peakMemory largest resident memory of the runner; empty where unknown
     */
    public record Outcome(RunReport report, List<String> differences, String peakMemory) {}

    /** Generates the files into the directory and runs them through the running, empty suite. */
    public static Outcome run(
            SuiteSettings suite, Path directory, List<Division> branches, int entries, Consumer<String> say) {
        GeneratedFiles.write(directory, branches, entries, 20_261_122L);
        try (GatewayClient gateway =
                new GatewayClient(suite.url(Part.GATEWAY), suite.url(Part.IDENTITY), Duration.ofMinutes(3))) {
            RunReport report =
                    new MainJob(gateway, say).run(directory.resolve("units.csv"), directory.resolve("entries.csv"));
            report.writeTo(directory.resolve("out.json"));
            IndependentBooks books = IndependentBooks.of(directory.resolve("entries.csv"));
            return new Outcome(report, Differences.between(books, report.figures()), peakMemory());
        }
    }

    /** The runner's own largest resident memory. */
    private static String peakMemory() {
        OptionalLong peak = PeakMemory.of(ProcessHandle.current().pid());
        return peak.isPresent() ? peak.getAsLong() + " MiB" : "";
    }
}
