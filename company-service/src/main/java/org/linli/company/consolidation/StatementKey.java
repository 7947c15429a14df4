package org.linli.company.consolidation;

import org.linli.platform.unit.UnitCode;

import java.time.YearMonth;
import java.util.Comparator;

/** A branch and a period: of all its accepted statements the last one counts. */
public record StatementKey(UnitCode unit, YearMonth period) implements Comparable<StatementKey> {

    private static final Comparator<StatementKey> ORDER =
            Comparator.comparing(StatementKey::unit).thenComparing(StatementKey::period);

    @Override
    public int compareTo(StatementKey other) {
        return ORDER.compare(this, other);
    }
}
