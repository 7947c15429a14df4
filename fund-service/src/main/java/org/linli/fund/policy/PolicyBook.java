package org.linli.fund.policy;

import org.linli.platform.decision.Decision;
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
 *   <li>A base is not narrower than that of the wider policy at no higher a rate, and nobody carries where the wider
 *       policy does not: where a city, district or street demands more than an override declared earlier below it, its
 *       terms bind there too. Only the policy for everywhere leaves base and carry to cities, districts and streets; it
 *       leaves them to no branch.
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
    public Decision<DeclaredPolicy, PolicyRefusal> decide(PolicyProposal proposal) {
        return monthsOfOtherTerms(proposal)
                .flatMap(month ->
                        along(proposal.scope().wider(), month)
                                .flatMap(wider -> refusal(proposal, wider, month))
                                .stream())
                .findFirst()
                .<Decision<DeclaredPolicy, PolicyRefusal>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(new DeclaredPolicy(proposal, nextVersion(proposal.scope()))));
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
            return Optional.of(new PolicyRefusal.RateBelowWider(proposal, wider, month));
        }
        if (!isBoundBy(proposal.scope(), wider.policy())) {
            return Optional.empty();
        }
        if (givesLessByBase(own, demanded)) {
            return Optional.of(new PolicyRefusal.BaseNarrowerAtSameRate(proposal, wider, month));
        }
        return carriesMore(own, demanded)
                ? Optional.of(new PolicyRefusal.CarriesWhereWiderDoesNot(proposal, wider, month))
                : Optional.empty();
    }

    /** Whether a scope has to follow the nearest wider policy in base and carry. */
    private static boolean isBoundBy(PolicyScope scope, ReturnPolicy wider) {
        return scope.isBranch() || !wider.scope().equals(PolicyScope.EVERYWHERE);
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
                .reduce((wider, nearer) -> new TermsInForce(nearer.policy(), lifted(nearer, wider)));
    }

    /** The nearer policy's terms, raised to what the wider one demands. */
    private static Terms lifted(TermsInForce nearer, TermsInForce wider) {
        Terms own = nearer.terms();
        Terms demanded = wider.terms();
        boolean bound = isBoundBy(nearer.policy().scope(), wider.policy());
        return new Terms(
                bound && givesLessByBase(own, demanded) ? demanded.base() : own.base(),
                own.rate().orHigher(demanded.rate()),
                bound && carriesMore(own, demanded) ? demanded.carry() : own.carry());
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
