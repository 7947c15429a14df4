package org.linli.local.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;

/** What became of the rows of both files. */
public final class Rows {
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong unchanged = new AtomicLong();
    private final List<RefusedRow> refusedUnits = new ArrayList<>();
    private final List<RefusedRow> refusedEntries = new ArrayList<>();
    private final Set<UnitPeriod> good = new ConcurrentSkipListSet<>();
    private final Set<String> cities = new ConcurrentSkipListSet<>();

    /** A branch and a month that good rows belong to. */
    public record UnitPeriod(String unit, String period) implements Comparable<UnitPeriod> {
        @Override
        public int compareTo(UnitPeriod other) {
            int byUnit = unit.compareTo(other.unit);
            return byUnit == 0 ? period.compareTo(other.period) : byUnit;
        }
    }

    void entryTaken(SentRow row, RowOutcome outcome) {
        (outcome.unchanged() ? unchanged : accepted).incrementAndGet();
        good.add(new UnitPeriod(row.field("unit"), row.field("period")));
        touch(row.field("unit"));
    }

    /** Remembers the city of a unit, for its figures are read at the end. */
    void touch(String unit) {
        if (unit.length() >= 4) {
            cities.add(unit.substring(0, 4));
        }
    }

    void refusedUnit(RefusedRow row) {
        synchronized (refusedUnits) {
            refusedUnits.add(row);
        }
    }

    void refusedEntry(RefusedRow row) {
        synchronized (refusedEntries) {
            refusedEntries.add(row);
        }
    }

    public long accepted() {
        return accepted.get();
    }

    public long unchanged() {
        return unchanged.get();
    }

    long seen() {
        synchronized (refusedEntries) {
            return accepted() + unchanged() + refusedEntries.size();
        }
    }

    /** In the order of the file. */
    public List<RefusedRow> refusedUnits() {
        return ordered(refusedUnits);
    }

    /** In the order of the file. */
    public List<RefusedRow> refusedEntries() {
        return ordered(refusedEntries);
    }

    public boolean allGood() {
        return refusedUnits().isEmpty() && refusedEntries().isEmpty();
    }

    Set<UnitPeriod> unitPeriods() {
        return new TreeSet<>(good);
    }

    /** The 4-digit codes that the files speak of. */
    public Set<String> cities() {
        return new TreeSet<>(cities);
    }

    private static List<RefusedRow> ordered(List<RefusedRow> rows) {
        synchronized (rows) {
            return rows.stream()
                    .sorted(Comparator.comparingLong(RefusedRow::line))
                    .toList();
        }
    }
}
