package org.linli.fund.policy;

import org.linli.platform.unit.UnitCode;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;

/**
 * All policies that can bear on some units, and the rules between them.
 *
 * <ul>
 *   <li>Within a scope the version with the latest start not after the period is in force; of two with the same start,
 *       the one declared later.
 *   <li>The nearest scope gives the base and the carry.
 *   <li>No unit's rate lies below that of a wider scope: where a street raises its rate above an override declared
 *       earlier, the street's rate binds the branch too.
 *   <li>A branch's base is not narrower than its street's at no higher a rate, and a branch carries nothing where its
 *       street does not: where the street demands more than an override declared earlier, the street's terms bind the
 *       branch too.
 * </ul>
 */
public final class PolicyBook {

    private final Map<PolicyScope, List<ReturnPolicy>> byScope;

    public PolicyBook(Collection<ReturnPolicy> policies) {
        byScope = policies.stream().collect(groupingBy(ReturnPolicy::scope));
    }

    /** @throws IllegalStateException where not even a policy for everywhere had begun in that period */
    public TermsInForce inForce(UnitCode unit, YearMonth period) {
        return along(PolicyScope.of(unit).lineage(), period)
                .orElseThrow(() -> new IllegalStateException("no return policy for " + unit + " in " + period));
    }

    /**
     * A proposal is declared unless it would let somebody give less than a wider policy demands, in any month in which
     * both hold.
     */
    public PolicyDecision decide(PolicyProposal proposal) {
        return monthsOfOtherTerms(proposal)
                .flatMap(month ->
                        along(proposal.scope().wider(), month)
                                .flatMap(wider -> refusal(proposal, wider, month))
                                .stream())
                .findFirst()
                .<PolicyDecision>map(PolicyDecision.Refused::new)
                .orElseGet(() -> new PolicyDecision.Declared(proposal, nextVersion(proposal.scope())));
    }

    /** The proposal's first month, and each later one in which a wider policy starts while the proposal holds. */
    private Stream<YearMonth> monthsOfOtherTerms(PolicyProposal proposal) {
        YearMonth from = proposal.effectiveFrom();
        Optional<YearMonth> replaced = startsAfter(proposal.scope(), from).min(naturalOrder());
        Stream<YearMonth> widerStarts = proposal.scope().wider().stream().flatMap(scope -> startsAfter(scope, from));
        return Stream.concat(Stream.of(from), widerStarts)
                .filter(month -> replaced.isEmpty() || month.isBefore(replaced.get()))
                .sorted();
    }

    private Stream<YearMonth> startsAfter(PolicyScope scope, YearMonth month) {
        return byScope.getOrDefault(scope, List.of()).stream()
                .map(ReturnPolicy::effectiveFrom)
                .filter(start -> start.isAfter(month));
    }

    private static Optional<PolicyRefusal> refusal(PolicyProposal proposal, TermsInForce wider, YearMonth month) {
        Terms own = proposal.terms();
        Terms demanded = wider.terms();
        if (own.rate().compareTo(demanded.rate()) < 0) {
            return Optional.of(new PolicyRefusal.RateBelowWider(wider, month));
        }
        if (proposal.scope().isBranch() && givesLessByBase(own, demanded)) {
            return Optional.of(new PolicyRefusal.BaseNarrowerAtSameRate(wider, month));
        }
        return proposal.scope().isBranch() && carriesMore(own, demanded)
                ? Optional.of(new PolicyRefusal.CarriesWhereWiderDoesNot(wider, month))
                : Optional.empty();
    }

    /** The same base at a lower rate is lifted by the rate alone; a higher rate makes up for a narrower base. */
    private static boolean givesLessByBase(Terms own, Terms demanded) {
        return own.base().isNarrowerThan(demanded.base()) && own.rate().compareTo(demanded.rate()) <= 0;
    }

    private static boolean carriesMore(Terms own, Terms demanded) {
        return own.carry() == Carry.YEAR && demanded.carry() == Carry.NONE;
    }

    private Optional<TermsInForce> along(List<PolicyScope> lineage, YearMonth period) {
        List<ReturnPolicy> binding = lineage.stream()
                .flatMap(scope -> latest(scope, period).stream())
                .toList();
        return binding.reversed().stream()
                .map(policy -> new TermsInForce(policy, policy.terms()))
                .reduce((wider, nearer) -> new TermsInForce(nearer.policy(), lifted(nearer, wider.terms())));
    }

    /** The nearer policy's terms, raised to what the wider one demands. */
    private static Terms lifted(TermsInForce nearer, Terms wider) {
        Terms own = nearer.terms();
        boolean branch = nearer.policy().scope().isBranch();
        return new Terms(
                branch && givesLessByBase(own, wider) ? wider.base() : own.base(),
                own.rate().orHigher(wider.rate()),
                branch && carriesMore(own, wider) ? wider.carry() : own.carry());
    }

    private Optional<ReturnPolicy> latest(PolicyScope scope, YearMonth period) {
        return byScope.getOrDefault(scope, List.of()).stream()
                .filter(policy -> !policy.effectiveFrom().isAfter(period))
                .max(comparing(ReturnPolicy::effectiveFrom).thenComparing(ReturnPolicy::version));
    }

    /** Whether any policy that ever binds the unit carries a negative base. */
    public boolean mayCarry(UnitCode unit) {
        return PolicyScope.of(unit).lineage().stream()
                .flatMap(scope -> byScope.getOrDefault(scope, List.of()).stream())
                .anyMatch(policy -> policy.terms().carry() == Carry.YEAR);
    }

    private int nextVersion(PolicyScope scope) {
        return 1
                + byScope.getOrDefault(scope, List.of()).stream()
                        .mapToInt(ReturnPolicy::version)
                        .max()
                        .orElse(0);
    }

    /** This book with one more policy: for trying out what a proposal would change. */
    public PolicyBook with(ReturnPolicy policy) {
        return new PolicyBook(Stream.concat(byScope.values().stream().flatMap(List::stream), Stream.of(policy))
                .toList());
    }
}
