package org.linli.local;

import org.linli.local.demo.ListsScenario;
import org.linli.local.demo.PartnerScenario;
import org.linli.local.demo.SampleYear;
import org.linli.local.flood.FloodProof;
import org.linli.local.flood.FloodReport;
import org.linli.local.gateway.GatewayClient;
import org.linli.local.page.BenchPage;
import org.linli.local.run.MainJob;
import org.linli.local.suite.Part;
import org.linli.local.suite.Progress;
import org.linli.local.suite.Suite;
import org.linli.local.suite.SuiteGuard;
import org.linli.local.suite.SuiteSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/** Floods each route with its heaviest request, in a suite of its own that holds a street's year. */
@Command(name = "flood", description = "Flood each route with its heaviest request and see who suffers.")
final class FloodCommand implements Callable<Integer> {
    private static final long SEED = 20_260_101L;

    @Option(names = "--seconds", defaultValue = "20", description = "How long each route is flooded.")
    int seconds;

    @Option(names = "--parallel", defaultValue = "64", description = "How many callers at once.")
    int parallel;

    @Option(
            names = "--only",
            defaultValue = "",
            paramLabel = "TEXT",
            description =
                    "Only routes that contain it, e.g. \"POST\" or \"/import\"; docs/bench/flood.md stays as it is.")
    String only = "";

    @Override
    public Integer call() throws IOException {
        PrintStream out = LinliCommand.terminal();
        SuiteSettings usual = SuiteSettings.fromEnvironment(LinliCommand.repository());
        Path directory = usual.directory().resolve("flood");
        Suite suite = new Suite(SuiteSettings.onFreePorts(directory, usual.repository()), Progress.on(out));
        try (SuiteGuard guard = SuiteGuard.of(suite);
                GatewayClient gateway = new GatewayClient(
                        suite.settings().url(Part.GATEWAY),
                        suite.settings().url(Part.IDENTITY),
                        Duration.ofMinutes(3))) {
            suite.wipe();
            suite.up();
            feed(suite, gateway, out);
            FloodReport report = new FloodProof(suite, gateway, parallel, Duration.ofSeconds(seconds), out::println)
                    .run(Pattern.compile(only).asPredicate());
            List<String> findings = report.findings();
            findings.forEach(finding -> out.println("FOUND " + finding));
            if (only.isEmpty()) {
                BenchPage page = new BenchPage(usual.repository(), "flood");
                out.println("Written to " + page.write("What a flood of each route does", report.markdown()));
            }
            return findings.isEmpty() ? 0 : LinliCommand.FAILED;
        }
    }

    private static void feed(Suite suite, GatewayClient gateway, PrintStream out) {
        Path files = suite.settings().directory().resolve("files");
        SampleYear.write(files, SEED);
        out.println("Feeding a year of Huanshi street, what residents need and a proposal's way:");
        new MainJob(gateway, line -> {}).run(files.resolve("units.csv"), files.resolve("entries.csv"));
        new ListsScenario(gateway, line -> {}).go();
        new PartnerScenario(gateway, line -> {}).go();
    }
}
