package org.linli.company.consolidation;

import org.linli.platform.unit.UnitCode;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a batch of statements changes in the cells: the new lines added and the superseded ones subtracted, at the
 * branch itself, its street, its district and its city. Not for use by more than one thread.
 */
public final class CellChanges {

    private final Map<Cell.OfLine, Figures> lines = new HashMap<>();
    private final Map<Cell.OfBranch, Figures> branches = new HashMap<>();
    private final Map<Cell.OfPartner, Figures> partners = new HashMap<>();
    private boolean subtracting;

    /** Adds every line of the statement to its cells. */
    public void add(AcceptedStatement statement) {
        spread(statement, false);
    }

    /** Takes every line of a superseded statement out of its cells again, under the class it was accepted with. */
    public void subtract(AcceptedStatement statement) {
        subtracting = true;
        spread(statement, true);
    }

    /** Whether anything was taken out, so that a cell may have become empty. */
    public boolean isSubtracting() {
        return subtracting;
    }

    /** Changes that are not nothing, in locking order. */
    public SortedMap<Cell.OfLine, Figures> lines() {
        return changes(lines);
    }

    public SortedMap<Cell.OfBranch, Figures> branches() {
        return changes(branches);
    }

    public SortedMap<Cell.OfPartner, Figures> partners() {
        return changes(partners);
    }

    private void spread(AcceptedStatement statement, boolean negative) {
        List<UnitCode> scopes = statement.key().unit().lineage();
        for (StatementLine line : statement.lines()) {
            Amounts measures = negative ? line.measures().negated() : line.measures();
            for (UnitCode scope : scopes) {
                addAt(scope, statement, line, measures);
            }
        }
    }

    private void addAt(UnitCode scope, AcceptedStatement statement, StatementLine line, Amounts measures) {
        StatementKey key = statement.key();
        Figures figures = Figures.of(measures, Elimination.holds(scope, key.unit(), line.counterparty()));
        String unitClass = statement.unitClass() == null ? Cell.OfLine.NO_CLASS : statement.unitClass();
        lines.merge(new Cell.OfLine(scope, key.period(), line.line(), unitClass), figures, Figures::plus);
        branches.merge(new Cell.OfBranch(scope, key.period(), key.unit()), figures, Figures::plus);
        if (line.partner() != null) {
            partners.merge(new Cell.OfPartner(scope, key.period(), line.partner()), figures, Figures::plus);
        }
    }

    private static <C extends Cell & Comparable<C>> SortedMap<C, Figures> changes(Map<C, Figures> all) {
        SortedMap<C, Figures> changes = new TreeMap<>();
        all.forEach((cell, figures) -> {
            if (!figures.isNothing()) {
                changes.put(cell, figures);
            }
        });
        return Collections.unmodifiableSortedMap(changes);
    }
}
