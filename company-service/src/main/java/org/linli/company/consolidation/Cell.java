package org.linli.company.consolidation;

import org.linli.platform.unit.UnitCode;

import java.time.YearMonth;
import java.util.Comparator;

/** The key of one stored figure. The natural order of each kind is the order in which its rows are locked. */
public sealed interface Cell {

    UnitCode scope();

    YearMonth period();

    /**
     * Figures of a scope by business line and branch class.
     *
     * @param unitClass the class, or {@link #NO_CLASS}
     */
    record OfLine(UnitCode scope, YearMonth period, String line, String unitClass) implements Cell, Comparable<OfLine> {

        /** Stands for a branch that had no class when its statement was accepted. */
        public static final String NO_CLASS = "";

        private static final Comparator<OfLine> ORDER = Comparator.comparing(OfLine::scope)
                .thenComparing(OfLine::period)
                .thenComparing(OfLine::line)
                .thenComparing(OfLine::unitClass);

        @Override
        public int compareTo(OfLine other) {
            return ORDER.compare(this, other);
        }
    }

    /** Figures of one branch as they count at a scope. */
    record OfBranch(UnitCode scope, YearMonth period, UnitCode branch) implements Cell, Comparable<OfBranch> {

        private static final Comparator<OfBranch> ORDER = Comparator.comparing(OfBranch::scope)
                .thenComparing(OfBranch::branch)
                .thenComparing(OfBranch::period);

        @Override
        public int compareTo(OfBranch other) {
            return ORDER.compare(this, other);
        }
    }

    /** Figures that one partner brought in a scope. */
    record OfPartner(UnitCode scope, YearMonth period, String partner) implements Cell, Comparable<OfPartner> {

        private static final Comparator<OfPartner> ORDER = Comparator.comparing(OfPartner::scope)
                .thenComparing(OfPartner::partner)
                .thenComparing(OfPartner::period);

        @Override
        public int compareTo(OfPartner other) {
            return ORDER.compare(this, other);
        }
    }
}
