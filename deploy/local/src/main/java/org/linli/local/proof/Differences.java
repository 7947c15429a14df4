package org.linli.local.proof;

import org.linli.local.run.Figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** What the suite answers against independent books; no difference is the only good answer. */
public final class Differences {
    private final List<String> found = new ArrayList<>();

    private Differences() {}

    /** Every figure that differs, is missing or is too many, in words. */
    public static List<String> between(IndependentBooks books, Figures figures) {
        Differences differences = new Differences();
        differences.cells(books, figures);
        differences.obligations(books, figures);
        differences.ledger(figures);
        return differences.found;
    }

    private void cells(IndependentBooks books, Figures figures) {
        Map<String, Figures.Amounts> answered = new java.util.TreeMap<>();
        figures.scopes()
                .forEach((scope, periods) -> periods.forEach((period, lines) ->
                        lines.forEach((line, amounts) -> answered.put(scope + " " + period + " " + line, amounts))));
        compare(
                "figure",
                books.cells(),
                answered,
                (expected, actual) -> same(expected.gross(), actual.gross())
                        && same(expected.eliminated(), actual.eliminated())
                        && same(expected.gross().subtract(expected.eliminated()), actual.external())
                        && expected.entries() == actual.entries());
    }

    private void obligations(IndependentBooks books, Figures figures) {
        Map<String, Figures.Obligation> answered = new java.util.TreeMap<>();
        figures.obligations()
                .forEach((branch, periods) ->
                        periods.forEach((period, obligation) -> answered.put(branch + " " + period, obligation)));
        compare("obligation", books.owed(), answered, (expected, actual) -> same(expected, actual.owed()));
        compare("base", books.bases(), answered, (expected, actual) -> same(expected, actual.base()));
    }

    private void ledger(Figures figures) {
        if (!same(figures.ledger().debits(), figures.ledger().credits())) {
            found.add("ledger: debits " + figures.ledger().debits() + ", credits "
                    + figures.ledger().credits());
        }
    }

    private <E, A> void compare(String what, Map<String, E> expected, Map<String, A> actual, BiPredicate<E, A> same) {
        Set<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(actual.keySet());
        for (String key : keys) {
            E wanted = expected.get(key);
            A got = actual.get(key);
            if (wanted == null || got == null || !same.test(wanted, got)) {
                found.add(what + " " + key + ": expected " + wanted + ", answered " + got);
            }
        }
    }

    private static boolean same(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) == 0;
    }
}
