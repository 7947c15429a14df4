package org.linli.fund.obligation;

import org.linli.fund.ledger.JournalEntry;
import org.linli.fund.policy.PolicyBook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The effect of a batch of accepted statements, in their order, on the obligations that were there before.
 *
 * @param accruals one for each statement that counted, in order
 * @param stale statements that had been counted already
 */
public record Accruals(List<Accrual> accruals, List<AcceptedStatement> stale) {

    /**
     * @param before the obligations of the statements, and the others of their branches' years where negative bases may
     *     be carried
     */
    public static Accruals of(List<AcceptedStatement> statements, Collection<Obligation> before, PolicyBook policies) {
        Map<ObligationKey, Obligation> current = new HashMap<>();
        before.forEach(obligation -> current.put(obligation.key(), obligation));
        List<Accrual> accruals = new ArrayList<>();
        List<AcceptedStatement> stale = new ArrayList<>();
        for (AcceptedStatement statement : statements) {
            switch (decide(statement, current, policies)) {
                case AccrualDecision.Accrued(Accrual accrual) -> {
                    Accrual settled = YearOfBranch.settle(accrual, current);
                    accruals.add(settled);
                    settled.obligations().forEach(obligation -> current.put(obligation.key(), obligation));
                }
                case AccrualDecision.Stale(AcceptedStatement late, var counted) -> stale.add(late);
            }
        }
        return new Accruals(List.copyOf(accruals), List.copyOf(stale));
    }

    private static AccrualDecision decide(
            AcceptedStatement statement, Map<ObligationKey, Obligation> current, PolicyBook policies) {
        Obligation known = current.get(statement.key());
        if (known != null) {
            return known.correct(statement);
        }
        ObligationKey key = statement.key();
        return new AccrualDecision.Accrued(Obligation.open(statement, policies.inForce(key.unit(), key.period())));
    }

    /** Each obligation that changed, as it is after the batch, in the order of its key. */
    public List<Obligation> obligations() {
        Map<ObligationKey, Obligation> last = new TreeMap<>();
        accruals.stream().flatMap(Accrual::obligations).forEach(changed -> last.put(changed.key(), changed));
        return List.copyOf(last.values());
    }

    public List<JournalEntry> entries() {
        return accruals.stream().flatMap(Accrual::entries).toList();
    }

    public List<CarryOver> carriedOver() {
        return accruals.stream()
                .flatMap(accrual -> accrual.carriedOver().stream())
                .toList();
    }
}
