package org.linli.local;

import org.jspecify.annotations.Nullable;
import org.linli.local.gateway.GatewayClient;
import org.linli.local.run.MainJob;
import org.linli.local.run.RunReport;
import org.linli.local.run.RunSummary;
import org.linli.local.suite.Part;
import org.linli.local.suite.Suite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** The main job on a person's own files; exit code 0 all good, 3 some rows refused, 1 failed. */
@Command(name = "run", description = "The main job on your own files.")
final class RunCommand implements Callable<Integer> {
    private static final int SOME_ROWS_REFUSED = 3;

    @Option(names = "--units", required = true, paramLabel = "U.csv")
    Path units = Path.of("");

    @Option(names = "--entries", required = true, paramLabel = "E.csv")
    Path entries = Path.of("");

    @Option(names = "--json", paramLabel = "OUT.json")
    @Nullable
    Path json;

    @Option(names = "--fresh", description = "Remove this suite's data first.")
    boolean fresh;

    @Override
    public Integer call() {
        PrintStream out = LinliCommand.terminal();
        MainJob.check(units, entries);
        Suite suite = LinliCommand.suite();
        if (fresh) {
            out.println("--fresh: removing the databases and topics under "
                    + suite.settings().directory());
            suite.wipe();
        }
        suite.upAndKeepUp();
        try (GatewayClient gateway = new GatewayClient(
                suite.settings().url(Part.GATEWAY), suite.settings().url(Part.IDENTITY), Duration.ofMinutes(3))) {
            RunReport report = new MainJob(gateway, line -> out.println("  " + line)).run(units, entries);
            if (json != null) {
                report.writeTo(json);
            }
            RunSummary.print(report, List.of(units.toString(), entries.toString()), out);
            out.printf(
                    Locale.ROOT,
                    "%.1f s: %.1f s until the last acceptance, %.2f s more until all was consolidated.%n",
                    report.seconds().total(),
                    report.seconds().submit(),
                    report.seconds().consolidated());
            return report.rows().allGood() ? 0 : SOME_ROWS_REFUSED;
        }
    }
}
