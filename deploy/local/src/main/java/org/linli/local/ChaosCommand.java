package org.linli.local;

import org.linli.local.chaos.Chaos;
import org.linli.local.chaos.Cuts;
import org.linli.local.suite.Progress;
import org.linli.local.suite.Suite;
import org.linli.local.suite.SuiteGuard;
import org.linli.local.suite.SuiteSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** Many rounds of kill and recover, or of cut lines, each from a seed of its own, in a suite of its own. */
@Command(name = "chaos", description = "Kill each part, or cut lines, in the middle of work and check the sums.")
final class ChaosCommand implements Callable<Integer> {
    private static final int ENTRIES_A_ROUND = 800;
    private static final int MONTHS = 12;

    @Option(names = "--seeds", defaultValue = "1", description = "How many rounds.")
    int seeds;

    @Option(names = "--from", defaultValue = "1", description = "The first seed.")
    long from;

    @Option(names = "--entries", defaultValue = "2000")
    int entries;

    @Option(names = "--cuts", description = "Instead of killing parts: cut the line of so many commands.")
    long cuts;

    @Override
    public Integer call() {
        PrintStream out = LinliCommand.terminal();
        SuiteSettings usual = SuiteSettings.fromEnvironment(LinliCommand.repository());
        Path directory = usual.directory().resolve("chaos");
        Suite suite = new Suite(SuiteSettings.onFreePorts(directory, usual.repository()), Progress.on(out));
        int bad = 0;
        try (SuiteGuard guard = SuiteGuard.of(suite)) {
            suite.wipe();
            suite.up();
            if (cuts > 0) {
                return cutLines(suite, out);
            }
            for (long seed = from; seed < from + seeds; seed++) {
                out.println("Seed " + seed + ":");
                List<String> violations = Chaos.round(suite, seed, entries, MONTHS, line -> out.println("  " + line));
                violations.forEach(violation -> out.println("  " + violation));
                bad += violations.isEmpty() ? 0 : 1;
            }
        }
        out.println(seeds + " seeds, " + bad + " with something wrong");
        return bad == 0 ? 0 : LinliCommand.FAILED;
    }

    private int cutLines(Suite suite, PrintStream out) {
        long done = 0;
        int bad = 0;
        for (long seed = from; done < cuts; seed++) {
            out.println("Seed " + seed + ":");
            Cuts.Round round = Cuts.round(suite, seed, ENTRIES_A_ROUND, MONTHS, line -> out.println("  " + line));
            round.violations().forEach(violation -> out.println("  " + violation));
            done += round.cuts();
            bad += round.violations().size();
        }
        out.println(done + " lines cut from seed " + from + " on, " + bad + " things wrong");
        return bad == 0 ? 0 : LinliCommand.FAILED;
    }
}
