package org.linli.fund.policy;

import org.linli.platform.decision.RefusalReason;

import java.time.YearMonth;

/** Why a policy cannot be declared. */
public sealed interface PolicyRefusal extends RefusalReason {

    PolicyProposal proposal();

    /** No unit has this code or lies below it, so that the policy would bind nobody. */
    record UnknownScope(PolicyProposal proposal) implements PolicyRefusal {}

    /** It would let a unit give less than the wider policy demands. */
    sealed interface BelowWider extends PolicyRefusal {

        /** The wider policy that stands in the way. */
        TermsInForce wider();

        /** The first month in which it does. */
        YearMonth month();
    }

    /** The rate lies below that of the wider policy. */
    record RateBelowWider(PolicyProposal proposal, TermsInForce wider, YearMonth month) implements BelowWider {}

    /** The base is narrower than the wider policy's at no higher a rate, so every statement would give less. */
    record BaseNarrowerAtSameRate(PolicyProposal proposal, TermsInForce wider, YearMonth month) implements BelowWider {}

    /** It would carry negative months where the wider policy carries none. */
    record CarriesWhereWiderDoesNot(PolicyProposal proposal, TermsInForce wider, YearMonth month)
            implements BelowWider {}
}
