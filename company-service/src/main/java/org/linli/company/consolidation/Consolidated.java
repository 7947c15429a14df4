package org.linli.company.consolidation;

import org.linli.platform.request.PeriodRange;

import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The figures of one scope over a range of periods, and the same figures split three ways.
 *
 * @param byPeriod only periods with figures
 * @param byLine by code of the business line
 * @param byClass by branch class, {@link Cell.OfLine#NO_CLASS} for branches without one
 */
public record Consolidated(
        PeriodRange months,
        Figures total,
        SortedMap<YearMonth, Figures> byPeriod,
        SortedMap<String, Figures> byLine,
        SortedMap<String, Figures> byClass) {

    public Consolidated {
        byPeriod = Collections.unmodifiableSortedMap(new TreeMap<>(byPeriod));
        byLine = Collections.unmodifiableSortedMap(new TreeMap<>(byLine));
        byClass = Collections.unmodifiableSortedMap(new TreeMap<>(byClass));
    }

    /** How each line or class changed from earlier figures to later ones; what is missing on one side counts as nothing. */
    public static SortedMap<String, Figures> change(
            SortedMap<String, Figures> earlier, SortedMap<String, Figures> later) {
        SortedMap<String, Figures> change = new TreeMap<>(later);
        earlier.forEach((key, figures) -> change.merge(key, figures.negated(), Figures::plus));
        return change;
    }
}
