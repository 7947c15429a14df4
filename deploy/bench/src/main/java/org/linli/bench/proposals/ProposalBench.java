package org.linli.bench.proposals;

import org.jspecify.annotations.Nullable;
import org.linli.bench.Interleaved;
import org.linli.bench.Medians;
import org.linli.bench.Variant;
import org.linli.local.page.BenchPage;
import org.linli.local.suite.Part;
import org.linli.local.suite.Progress;
import org.linli.local.suite.Suite;
import org.linli.local.suite.SuiteGuard;
import org.linli.local.suite.SuiteSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * {@code ./linli bench proposals}: finding among 100,000 proposals by the index against reading them all, and handing
 * them in against the same endpoint on Spring MVC, virtual threads and JDBC.
 */
@Command(name = "proposals", mixinStandardHelpOptions = true, description = "Search and submission of proposals.")
public final class ProposalBench implements Callable<Integer> {

    private static final int CONNECTIONS = 32;
    private static final String OURS = "Linli (WebFlux, R2DBC)";
    private static final String TWIN = "twin (MVC, virtual threads, JDBC)";
    /** What people type: a name, a service, a term of two characters, initials of a name and of a service. */
    private static final List<String> TERMS = List.of("志强工作室", "龙舟展演", "颈肩调理", "书法", "zqgzs", "czsfwk");

    @Option(names = "--proposals", defaultValue = "100000", description = "How many there are (100000).")
    private int proposals;

    @Option(names = "--rounds", defaultValue = "5", description = "Rounds, 5 or more for a figure to quote (5).")
    private int rounds;

    @Option(names = "--round-seconds", defaultValue = "10", description = "Length of a round of submissions (10).")
    private int roundSeconds;

    @Option(names = "--warm-up-seconds", defaultValue = "60", description = "Warm-up of each side (60).")
    private int warmUpSeconds;

    @Option(names = "--only", description = "One half of it: ${COMPLETION-CANDIDATES}.")
    private @Nullable Half only;

    enum Half {
        SEARCH,
        SUBMISSION
    }

    @Override
    public Integer call() throws Exception {
        Path repository = Path.of(System.getProperty("linli.repository", ".")).toAbsolutePath();
        Path directory = Files.createTempDirectory("linli-bench-proposals");
        Suite suite =
                new Suite(SuiteSettings.onFreePorts(directory.resolve("suite"), repository), Progress.on(System.out));
        try (SuiteGuard guard = SuiteGuard.of(suite)) {
            ProposalFixture ground = ProposalFixture.open(suite, proposals);
            String page = (only == Half.SUBMISSION ? "" : search(ground))
                    + (only == Half.SEARCH ? "" : submission(ground, directory));
            System.out.println(page);
            System.out.println(
                    "Written: " + BenchPage.of("proposals").write("Proposals: finding them and handing them in", page));
        }
        return 0;
    }

    private String search(ProposalFixture ground) throws Exception {
        StringBuilder table = new StringBuilder("| typed | proposals found | by index /s | whole table /s | ratio |\n")
                .append("|---|---:|---:|---:|---:|\n");
        List<Double> ratios = new ArrayList<>();
        for (String q : TERMS) {
            try (Searching indexed = Searching.indexed(ground, q);
                    Searching scanned = Searching.scanned(ground, q)) {
                if (!indexed.found().equals(scanned.found())) {
                    throw new IllegalStateException("the index finds other proposals for " + q);
                }
                Medians medians = new Interleaved(Duration.ofSeconds(1), Duration.ofSeconds(1), rounds, System.out)
                        .measure(List.of(
                                new Variant("index", indexed::ratePerSecond),
                                new Variant("scan", scanned::ratePerSecond)));
                ratios.add(medians.ratio("index", "scan"));
                table.append(String.format(
                        Locale.ROOT,
                        "| %s | %,d | %.0f | %.1f | %.0f |%n",
                        q,
                        indexed.hits(),
                        medians.of("index"),
                        medians.of("scan"),
                        ratios.getLast()));
            }
        }
        return searchPage(table.toString(), median(ratios));
    }

    private String searchPage(String table, double ratio) {
        return """
                ## Finding

                The latest 50 of %,d proposals handed in all over a city, asked of PostgreSQL with the condition of
                `GET /api/partner/proposals?q=`, by the index on grams; against reading the whole table with nothing but
                `strpos` on words and initials, index scans switched off, parallel workers allowed. Both find the same.
                %d rounds of 1 s in turn for each term after a warm-up; medians.

                %s
                Median over the terms: %.0f times a sequential scan (target 100).

                """.formatted(proposals, rounds, table, ratio);
    }

    private String submission(ProposalFixture ground, Path directory) throws Exception {
        String service = ground.suite().settings().url(Part.PARTNER);
        SubmitLoad load = new SubmitLoad(CONNECTIONS, ground.call(), ground::bearer);
        try (TwinProcess twin = TwinProcess.start(ground, directory)) {
            new TwinComparison(load, service, twin.address()).check();
            Metered ours = new Metered(
                    time -> load.ratePerSecond(service, time),
                    ground.suite().pid(Part.PARTNER).orElseThrow(),
                    System.out);
            Metered theirs = new Metered(
                    time -> load.ratePerSecond(twin.address(), time),
                    twin.process().pid(),
                    System.out);
            Medians medians = new Interleaved(
                            Duration.ofSeconds(warmUpSeconds), Duration.ofSeconds(roundSeconds), rounds, System.out)
                    .measure(List.of(new Variant(OURS, ours), new Variant(TWIN, theirs)));
            return """
                    ## Handing in

                    `POST /api/partner/proposals` with `submit`, on top of those: token checked, body validated, call, partner
                    and completeness looked up, proposal with version and history, its state, event and answer under the
                    key written in one transaction. The twin does the same statements on the same tables of the same database,
                    with the very rules, requests, views and problems of the service, a pool of the same size and the same
                    JVM flags; it is checked to answer alike, refusals included. The service's relay carries both sides'
                    events to Kafka. %d connections; %d rounds of %d s in turn after a warm-up of %d s each; load,
                    both services, PostgreSQL and Kafka share the machine's cores.

                    %s
                    %.2f of the twin (target 0.90). An answer costs the service's JVM %.2f ms of a core, the twin's %.2f ms.
                    """.formatted(
                            CONNECTIONS,
                            rounds,
                            roundSeconds,
                            warmUpSeconds,
                            medians.table(TWIN),
                            medians.ratio(OURS, TWIN),
                            ours.leastMilliseconds(),
                            theirs.leastMilliseconds());
        }
    }

    private static double median(List<Double> values) {
        return new Medians(Map.of("all", values)).of("all");
    }
}
