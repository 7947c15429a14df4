package org.linli.fund.obligation;

import org.linli.fund.policy.Terms;
import org.linli.fund.policy.TermsInForce;

/** Base and rate as they were in force on the first accrual; corrections are computed on the same. */
public record FrozenTerms(long policyId, Terms terms) {

    static FrozenTerms of(TermsInForce inForce) {
        return new FrozenTerms(inForce.policy().id(), inForce.terms());
    }
}
