package org.linli.fund.policy.web;

import org.linli.fund.policy.PolicyProposal;
import org.linli.fund.policy.PolicyRefusal;
import org.linli.fund.policy.TermsInForce;
import org.linli.platform.problem.Problem;
import org.linli.platform.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** Refused policies as answers. */
final class PolicyProblems {

    private PolicyProblems() {}

    static ProblemException of(PolicyRefusal refusal, PolicyProposal proposal) {
        TermsInForce wider = refusal.wider();
        Problem problem = Problem.of(
                        "policy-below-floor",
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "The policy lies below the one above it")
                .detail("Policy " + wider.policy().id() + " for " + scope(wider) + " asks for "
                        + wider.terms().rate() + " of " + wider.terms().base() + " in " + refusal.month());
        return (switch (refusal) {
                    case PolicyRefusal.RateBelowWider below ->
                        problem.field(
                                "rate",
                                "below the rate of the policy for " + scope(wider),
                                "at least " + wider.terms().rate() + from(refusal, proposal));
                    case PolicyRefusal.BaseNarrowerAtSameRate narrower ->
                        problem.field(
                                "base",
                                "narrower than the base of the policy for " + scope(wider) + ", at the same rate",
                                "a higher rate, or the base " + wider.terms().base() + from(refusal, proposal));
                    case PolicyRefusal.CarriesWhereWiderDoesNot carries ->
                        problem.field(
                                "carry",
                                "carries where the policy for " + scope(wider) + " does not",
                                "NONE" + from(refusal, proposal));
                })
                .exception();
    }

    /** Where only a later month stands in the way, a policy that takes over in that month clears it. */
    private static String from(PolicyRefusal refusal, PolicyProposal proposal) {
        return refusal.month().equals(proposal.effectiveFrom())
                ? ""
                : "; or declare first what binds " + proposal.scope().prefix() + " from " + refusal.month() + " on";
    }

    private static String scope(TermsInForce wider) {
        String prefix = wider.policy().scope().prefix();
        return prefix.isEmpty() ? "everywhere" : prefix;
    }
}
