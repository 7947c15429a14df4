package org.linli.company.consolidation;

import org.joda.money.Money;

/**
 * Consolidated figures at one scope: everything its branches reported, and the part of it that is eliminated there
 * because seller and buyer both lie inside the scope.
 */
public record Figures(Amounts all, Amounts eliminated) {

    public static final Figures NONE = new Figures(Amounts.NONE, Amounts.NONE);

    /** A reported amount that is eliminated entirely or not at all. */
    public static Figures of(Amounts measures, boolean eliminated) {
        return new Figures(measures, eliminated ? measures : Amounts.NONE);
    }

    /** Gross revenue earned from outside the scope. */
    public Money external() {
        return all.gross().minus(eliminated.gross());
    }

    public Figures plus(Figures other) {
        return new Figures(all.plus(other.all), eliminated.plus(other.eliminated));
    }

    public Figures minus(Figures other) {
        return plus(other.negated());
    }

    public Figures negated() {
        return new Figures(all.negated(), eliminated.negated());
    }

    public boolean isNothing() {
        return all.isNothing() && eliminated.isNothing();
    }
}
