package org.linli.local.run;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** A run's result for the terminal: refused rows first, then the sums of each city. */
public final class RunSummary {
    private static final int REFUSED_SHOWN = 100;

    private RunSummary() {}

    /** @param files names of the units and the entries file */
    public static void print(RunReport report, List<String> files, PrintStream out) {
        refused(report.rows().refusedUnits(), files.get(0), out);
        refused(report.rows().refusedEntries(), files.get(1), out);
        for (String city : report.rows().cities()) {
            Figures.Amounts sum = report.figures().scopes().getOrDefault(city, java.util.Map.of()).values().stream()
                    .flatMap(lines -> lines.values().stream())
                    .reduce(Figures.Amounts.NONE, Figures.Amounts::plus);
            out.printf(
                    Locale.ROOT,
                    "%s: gross %s, eliminated %s, external %s, from %,d entries%n",
                    city,
                    sum.gross().toPlainString(),
                    sum.eliminated().toPlainString(),
                    sum.external().toPlainString(),
                    sum.entries());
        }
        BigDecimal owed = report.figures().obligations().values().stream()
                .flatMap(periods -> periods.values().stream())
                .map(Figures.Obligation::owed)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Figures.TrialBalance ledger = report.figures().ledger();
        out.println("Owed to residents: " + owed.toPlainString() + " · ledger: debits "
                + ledger.debits().toPlainString() + " = credits "
                + ledger.credits().toPlainString() + " in "
                + ledger.entries() + " journal entries");
    }

    private static void refused(List<RefusedRow> rows, String file, PrintStream out) {
        rows.stream().limit(REFUSED_SHOWN).forEach(row -> out.println("refused: " + row.shown(file)));
        if (rows.size() > REFUSED_SHOWN) {
            out.println("… and " + (rows.size() - REFUSED_SHOWN) + " more refused rows; --json names them all");
        }
    }
}
