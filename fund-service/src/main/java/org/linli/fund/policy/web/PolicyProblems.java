package org.linli.fund.policy.web;

import org.linli.fund.policy.PolicyRefusal;
import org.linli.fund.policy.TermsInForce;
import org.linli.platform.problem.Problem;
import org.linli.platform.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** Refused policies as answers. */
final class PolicyProblems {

    private PolicyProblems() {}

    static ProblemException of(PolicyRefusal refusal) {
        TermsInForce wider = refusal.wider();
        Problem problem = Problem.of(
                        "policy-below-floor",
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "The policy lies below the one above it")
                .detail("Policy " + wider.policy().id() + " for " + scope(wider) + " asks for "
                        + wider.terms().rate() + " of " + wider.terms().base());
        return (switch (refusal) {
                    case PolicyRefusal.RateBelowWider below ->
                        problem.field(
                                "rate",
                                "below the rate of the wider scope",
                                "at least " + wider.terms().rate());
                    case PolicyRefusal.BaseNarrowerAtSameRate narrower ->
                        problem.field(
                                "base",
                                "narrower than the street's at the same rate",
                                "a higher rate, or the base " + wider.terms().base());
                })
                .exception();
    }

    private static String scope(TermsInForce wider) {
        String prefix = wider.policy().scope().prefix();
        return prefix.isEmpty() ? "everywhere" : prefix;
    }
}
