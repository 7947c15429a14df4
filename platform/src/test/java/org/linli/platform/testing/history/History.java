package org.linli.platform.testing.history;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Units and the statements that were accepted, in the order of acceptance, with the sums that any correct system must
 * show afterwards.
 *
 * @param seed makes exactly this history again
 * @param units every unit named anywhere, ancestors before descendants
 * @param statements versions of one branch and period in order, branches and periods mixed
 */
public record History(long seed, List<Unit> units, List<Statement> statements) {

    /** The branches, by code. */
    public List<Unit> branches() {
        return units.stream().filter(Unit::isBranch).toList();
    }

    /** Every entry that counts in the end. */
    public List<Entry> entries() {
        return latest().stream().flatMap(s -> s.entries().stream()).toList();
    }

    /** Consolidated figures of the subtree under {@code scope} over all periods. */
    public Figures figures(String scope) {
        return figures(scope, entry -> true);
    }

    /** The same for one period. */
    public Figures figures(String scope, String period) {
        return figures(scope, entry -> entry.period().equals(period));
    }

    /** The same by period, only those with entries. */
    public Map<String, Figures> byPeriod(String scope) {
        return grouped(scope, Entry::period);
    }

    /** The same by business line, only those with entries. */
    public Map<String, Figures> byLine(String scope) {
        return grouped(scope, Entry::line);
    }

    /** The same by branch, eliminated at {@code scope}, only those with entries. */
    public Map<String, Figures> byBranch(String scope) {
        return grouped(scope, Entry::unit);
    }

    /** What the branch owes for the period under the default policy. */
    public Obligation obligation(String branch, String period) {
        return Obligation.of(figures(branch, period));
    }

    /** All that the subtree owes under the default policy, rounded branch by branch and period by period. */
    public BigDecimal owed(String scope) {
        return latest().stream()
                .filter(statement -> statement.unit().startsWith(scope))
                .map(statement ->
                        obligation(statement.unit(), statement.period()).owed())
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }

    /** The version of each branch and period that none supersedes. */
    public Collection<Statement> latest() {
        var latest = new TreeMap<String, Statement>();
        statements.forEach(statement -> latest.put(statement.subject(), statement));
        return latest.values();
    }

    private Figures figures(String scope, Predicate<Entry> which) {
        Figures sum = Figures.NONE;
        for (Entry entry : entries()) {
            if (entry.unit().startsWith(scope) && which.test(entry)) {
                sum = sum.plus(entry, scope);
            }
        }
        return sum;
    }

    private Map<String, Figures> grouped(String scope, Function<Entry, String> by) {
        var groups = new LinkedHashMap<String, Figures>();
        for (Entry entry : entries()) {
            if (entry.unit().startsWith(scope)) {
                groups.merge(by.apply(entry), Figures.NONE.plus(entry, scope), (sum, one) -> sum.plus(entry, scope));
            }
        }
        return new TreeMap<>(groups);
    }
}
