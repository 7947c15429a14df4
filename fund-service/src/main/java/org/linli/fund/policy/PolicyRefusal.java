package org.linli.fund.policy;

/** Why a policy cannot be declared: it would let a unit give less than the wider policy demands. */
public sealed interface PolicyRefusal {

    /** The wider policy that stands in the way. */
    TermsInForce wider();

    /** The rate lies below that of the wider policy. */
    record RateBelowWider(TermsInForce wider) implements PolicyRefusal {}

    /** A branch's base is narrower than its street's at no higher a rate, so every statement would give less. */
    record BaseNarrowerAtSameRate(TermsInForce wider) implements PolicyRefusal {}
}
