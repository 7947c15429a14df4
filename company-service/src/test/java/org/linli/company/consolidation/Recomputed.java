package org.linli.company.consolidation;

import org.linli.platform.money.Yuan;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the consolidation must show, added up from scratch: plain longs over the statements that count, written without
 * any class of the consolidation's own arithmetic. Values are gross, tax, cost, entries, then the same eliminated.
 */
public final class Recomputed {

    private static final int[] LEVELS = {4, 6, 9, 12};

    private Recomputed() {}

    /** The last version of each branch and period. */
    public static Collection<AcceptedStatement> counting(Iterable<AcceptedStatement> history) {
        Map<String, AcceptedStatement> last = new LinkedHashMap<>();
        history.forEach(each -> last.merge(
                each.key().unit() + " " + each.key().period(),
                each,
                (one, other) -> one.version() > other.version() ? one : other));
        return last.values();
    }

    public static Map<String, String> cells(Iterable<AcceptedStatement> history) {
        Map<String, long[]> sums = new HashMap<>();
        for (AcceptedStatement statement : counting(history)) {
            statement.lines().forEach(line -> spread(sums, statement, line));
        }
        Map<String, String> cells = new TreeMap<>();
        sums.forEach((key, sum) -> {
            if (java.util.Arrays.stream(sum).anyMatch(value -> value != 0)) {
                cells.put(key, java.util.Arrays.toString(sum));
            }
        });
        return cells;
    }

    private static void spread(Map<String, long[]> sums, AcceptedStatement statement, StatementLine line) {
        String unit = statement.key().unit().value();
        String buyer = line.counterparty() == null ? "" : line.counterparty().value();
        for (int level : LEVELS) {
            String scope = unit.substring(0, level);
            boolean inside = !buyer.isEmpty() && buyer.startsWith(scope);
            String place = scope + " " + statement.key().period() + " ";
            String unitClass = statement.unitClass() == null ? "" : statement.unitClass();
            add(sums, "line " + place + line.line() + " " + unitClass, line.measures(), inside);
            add(sums, "branch " + place + unit, line.measures(), inside);
            if (line.partner() != null) {
                add(sums, "partner " + place + line.partner(), line.measures(), inside);
            }
        }
    }

    private static void add(Map<String, long[]> sums, String key, Amounts measures, boolean inside) {
        long[] sum = sums.computeIfAbsent(key, none -> new long[8]);
        long[] values = {
            Yuan.fen(measures.gross()), Yuan.fen(measures.tax()), Yuan.fen(measures.directCost()), measures.entries()
        };
        for (int at = 0; at < 4; at++) {
            sum[at] += values[at];
            sum[at + 4] += inside ? values[at] : 0;
        }
    }

    /** A cell of the consolidation in the same words. */
    public static String key(Cell cell) {
        String place = cell.scope() + " " + cell.period() + " ";
        return switch (cell) {
            case Cell.OfLine line -> "line " + place + line.line() + " " + line.unitClass();
            case Cell.OfBranch branch -> "branch " + place + branch.branch();
            case Cell.OfPartner partner -> "partner " + place + partner.partner();
        };
    }

    public static String value(Figures figures) {
        Amounts all = figures.all();
        Amounts inside = figures.eliminated();
        return java.util.Arrays.toString(new long[] {
            Yuan.fen(all.gross()), Yuan.fen(all.tax()), Yuan.fen(all.directCost()), all.entries(),
            Yuan.fen(inside.gross()), Yuan.fen(inside.tax()), Yuan.fen(inside.directCost()), inside.entries()
        });
    }
}
