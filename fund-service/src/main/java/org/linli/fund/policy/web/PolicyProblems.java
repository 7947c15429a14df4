package org.linli.fund.policy.web;

import org.linli.fund.policy.PolicyProposal;
import org.linli.fund.policy.PolicyRefusal;
import org.linli.fund.policy.TermsInForce;
import org.linli.platform.command.RefusalProblems;
import org.linli.platform.problem.Problem;
import org.linli.platform.unit.UnitCode;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import java.util.Locale;

/** Refused policies as answers. */
@Component
final class PolicyProblems implements RefusalProblems<PolicyRefusal> {

    @Override
    public Problem of(PolicyRefusal refusal) {
        return switch (refusal) {
            case PolicyRefusal.UnknownScope(PolicyProposal proposal) ->
                Problem.invalid("The policy would bind no unit")
                        .field(
                                "scope",
                                "no unit is " + proposal.scope().prefix() + " or lies below it",
                                "the code of a registered unit, or of a city, district or street that has some");
            case PolicyRefusal.BelowWider below -> below(below);
        };
    }

    private static Problem below(PolicyRefusal.BelowWider refusal) {
        TermsInForce wider = refusal.wider();
        Problem problem = Problem.of(
                        "policy-below-floor",
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "The policy lies below the one above it")
                .detail("Policy " + wider.policy().id() + ", " + whose(wider) + ", asks for "
                        + wider.terms().rate() + " of " + wider.terms().base() + " in " + refusal.month());
        return switch (refusal) {
            case PolicyRefusal.RateBelowWider _ ->
                problem.field(
                        "rate",
                        "below the rate of " + whose(wider),
                        "at least " + wider.terms().rate() + from(refusal));
            case PolicyRefusal.BaseNarrowerAtSameRate _ ->
                problem.field(
                        "base",
                        "narrower than the base of " + whose(wider) + " at no higher a rate",
                        "a higher rate, or the base " + wider.terms().base() + from(refusal));
            case PolicyRefusal.CarriesWhereWiderDoesNot _ ->
                problem.field("carry", "carries where " + whose(wider) + " does not", "NONE" + from(refusal));
        };
    }

    /** Where only a later month stands in the way, a policy that takes over in that month clears it. */
    private static String from(PolicyRefusal.BelowWider refusal) {
        PolicyProposal proposal = refusal.proposal();
        return refusal.month().equals(proposal.effectiveFrom())
                ? ""
                : "; or declare first what binds " + proposal.scope().prefix() + " from " + refusal.month() + " on";
    }

    /** Such as {@code the district's 440703}. */
    private static String whose(TermsInForce wider) {
        return UnitCode.parse(wider.policy().scope().prefix())
                .map(unit -> "the " + unit.level().name().toLowerCase(Locale.ROOT) + "'s " + unit.value())
                .orElse("the policy for everywhere");
    }
}
