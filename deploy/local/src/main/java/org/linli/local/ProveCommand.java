package org.linli.local;

import org.linli.local.proof.Division;
import org.linli.local.proof.Proof;
import org.linli.local.suite.Progress;
import org.linli.local.suite.Suite;
import org.linli.local.suite.SuiteGuard;
import org.linli.local.suite.SuiteSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** The slow proof: a city's 1,348 branches with 100,000 entries in a suite of its own, against independent sums. */
@Command(name = "prove", description = "100,000 entries of 1,348 branches against an independent sum.")
final class ProveCommand implements Callable<Integer> {
    private static final int DIFFERENCES_SHOWN = 20;

    @Option(names = "--entries", defaultValue = "100000")
    int entries;

    @Option(names = "--branches", defaultValue = "1348", description = "The first so many of Jiangmen city.")
    int branches;

    @Override
    public Integer call() {
        PrintStream out = LinliCommand.terminal();
        SuiteSettings usual = SuiteSettings.fromEnvironment(LinliCommand.repository());
        Path directory = usual.directory().resolve("prove");
        Suite suite =
                new Suite(SuiteSettings.onFreePorts(directory.resolve("suite"), usual.repository()), Progress.on(out));
        try (SuiteGuard guard = SuiteGuard.of(suite)) {
            suite.wipe();
            suite.up();
            List<Division> some = Division.ofJiangmen().stream().limit(branches).toList();
            Proof.Outcome outcome =
                    Proof.run(suite.settings(), directory, some, entries, line -> out.println("  " + line));
            outcome.differences().stream().limit(DIFFERENCES_SHOWN).forEach(out::println);
            out.printf(
                    Locale.ROOT,
                    "%,d entries of %,d branches: %d differences · %.1f s in all, %.1f s to the last acceptance,"
                            + " consolidated %.2f s later · runner %s · files in %s%n",
                    entries,
                    some.size(),
                    outcome.differences().size(),
                    outcome.report().seconds().total(),
                    outcome.report().seconds().submit(),
                    outcome.report().seconds().consolidated(),
                    outcome.peakMemory(),
                    directory);
            return outcome.differences().isEmpty() && outcome.report().rows().allGood() ? 0 : LinliCommand.FAILED;
        }
    }
}
