package org.linli.fund.policy;

import org.linli.platform.unit.UnitCode;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

/**
 * All policies that can bear on some units, and the rules between them.
 *
 * <ul>
 *   <li>Within a scope the version with the latest start not after the period is in force; of two with the same start,
 *       the one declared later.
 *   <li>The nearest scope gives the base.
 *   <li>No unit's rate lies below that of a wider scope: where a street raises its rate above an override declared
 *       earlier, the street's rate binds the branch too.
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

    /** A proposal is declared unless it would let somebody give less than a wider policy demands when it starts. */
    public PolicyDecision decide(PolicyProposal proposal) {
        return along(proposal.scope().wider(), proposal.effectiveFrom())
                .flatMap(wider -> refusal(proposal, wider))
                .<PolicyDecision>map(PolicyDecision.Refused::new)
                .orElseGet(() -> new PolicyDecision.Declared(proposal, nextVersion(proposal.scope())));
    }

    private static Optional<PolicyRefusal> refusal(PolicyProposal proposal, TermsInForce wider) {
        int rate = proposal.terms().rate().compareTo(wider.terms().rate());
        if (rate < 0) {
            return Optional.of(new PolicyRefusal.RateBelowWider(wider));
        }
        boolean narrower = proposal.terms().base().isNarrowerThan(wider.terms().base());
        return proposal.scope().isBranch() && narrower && rate == 0
                ? Optional.of(new PolicyRefusal.BaseNarrowerAtSameRate(wider))
                : Optional.empty();
    }

    private Optional<TermsInForce> along(List<PolicyScope> lineage, YearMonth period) {
        List<ReturnPolicy> binding = lineage.stream()
                .flatMap(scope -> latest(scope, period).stream())
                .toList();
        return binding.stream().findFirst().map(nearest -> new TermsInForce(nearest, raised(nearest, binding)));
    }

    private static Terms raised(ReturnPolicy nearest, List<ReturnPolicy> binding) {
        Rate highest = binding.stream().map(policy -> policy.terms().rate()).reduce(Rate.FLOOR, Rate::orHigher);
        return new Terms(nearest.terms().base(), highest);
    }

    private Optional<ReturnPolicy> latest(PolicyScope scope, YearMonth period) {
        return byScope.getOrDefault(scope, List.of()).stream()
                .filter(policy -> !policy.effectiveFrom().isAfter(period))
                .max(comparing(ReturnPolicy::effectiveFrom).thenComparing(ReturnPolicy::version));
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
