package org.linli.local.run;

import org.linli.local.gateway.CallFailure;
import org.linli.local.gateway.GatewayClient;
import org.linli.local.run.Figures.Amounts;
import org.linli.local.run.Rows.UnitPeriod;
import org.linli.local.run.StatementsStep.Statement;
import org.linli.platform.csv.CsvTable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The main job: units and entries of two files go in through the gateway, one statement a branch and period is
 * submitted and accepted, and the figures are read back once they hold everything.
 */
public final class MainJob {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LINE_EVERY = 5_000;

    private final GatewayClient gateway;
    private final Consumer<String> say;
    private final String runId = "run-" + UUID.randomUUID();
    private final Rows rows = new Rows();

    /** @param say told in plain lines how far it is */
    public MainJob(GatewayClient gateway, Consumer<String> say) {
        this.gateway = gateway;
        this.say = say;
    }

    /**
     * Looks at both headers before anything is started or sent.
     *
     * @throws FileFailure when one of the files is not such a file
     */
    public static void check(Path units, Path entries) {
        try (CsvTable unitTable = FileColumns.UNITS.open(units);
                CsvTable entryTable = FileColumns.ENTRIES.open(entries)) {
            // opening them is the check
        } catch (IOException | UncheckedIOException e) {
            throw new FileFailure("A file cannot be read: " + e.getMessage());
        }
    }

    /** @throws FileFailure when one of the files is not such a file; nothing has been sent then */
    public RunReport run(Path units, Path entries) {
        long begin = System.nanoTime();
        try (CsvTable unitTable = FileColumns.UNITS.open(units);
                CsvTable entryTable = FileColumns.ENTRIES.open(entries)) {
            long known = new UnitsStep(gateway, runId, rows).send(unitTable);
            say.accept(known + " units read, " + rows.refusedUnits().size() + " refused");
            new EntriesStep(gateway, runId, rows, every("entries answered")).send(entryTable);
            say.accept(rows.accepted() + " entries accepted, " + rows.unchanged() + " unchanged, "
                    + rows.refusedEntries().size() + " refused");
        } catch (IOException | UncheckedIOException e) {
            throw new FileFailure("A file cannot be read: " + e.getMessage());
        }
        return finish(begin);
    }

    private RunReport finish(long begin) {
        Completion completion = new Completion(gateway, rows.cities());
        Set<UnitPeriod> unitPeriods = new TreeSet<>(rows.unitPeriods());
        StatementsStep statements = new StatementsStep(gateway, runId, every("branches and periods done"));
        Map<UnitPeriod, Statement> accepted = statements.submitAndAccept(unitPeriods);
        long lastAcceptance = System.nanoTime();
        say.accept(
                statements.acceptances() + " statements accepted for " + unitPeriods.size() + " branches and periods");
        completion.awaitConsolidated(statements.acceptances());
        completion.awaitFund(statements.acceptances());
        long complete = System.nanoTime();
        Figures figures = complete(accepted);
        long end = System.nanoTime();
        return new RunReport(
                figures,
                rows,
                new RunReport.Seconds(
                        seconds(begin, lastAcceptance), seconds(lastAcceptance, complete), seconds(begin, end)));
    }

    /** Counting may be ahead by what others submit meanwhile, so the figures themselves are compared too. */
    private Figures complete(Map<UnitPeriod, Statement> accepted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Figures figures = Figures.read(gateway, rows.cities());
            if (accepted.entrySet().stream().allMatch(one -> holds(figures, one.getKey(), one.getValue()))) {
                return figures;
            }
            if (System.nanoTime() > end) {
                throw new CallFailure(
                        "The figures do not hold all accepted statements after " + PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    private static boolean holds(Figures figures, UnitPeriod one, Statement statement) {
        Amounts amounts = figures.total(one.unit(), one.period());
        StatementsStep.Totals totals = statement.totals();
        boolean owes = figures.obligations().getOrDefault(one.unit(), Map.of()).containsKey(one.period());
        return owes
                && (totals == null
                        || (amounts.gross().compareTo(totals.gross()) == 0 && amounts.entries() == totals.entries()));
    }

    private java.util.function.LongConsumer every(String what) {
        long[] said = {0};
        return count -> {
            synchronized (said) {
                if (count / LINE_EVERY > said[0] / LINE_EVERY) {
                    said[0] = count;
                    say.accept(count + " " + what);
                }
            }
        };
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }
}
