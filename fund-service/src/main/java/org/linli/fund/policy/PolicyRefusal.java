package org.linli.fund.policy;

import java.time.YearMonth;

/** Why a policy cannot be declared: it would let a unit give less than the wider policy demands. */
public sealed interface PolicyRefusal {

    /** The wider policy that stands in the way. */
    TermsInForce wider();

    /** The first month in which it does. */
    YearMonth month();

    /** The rate lies below that of the wider policy. */
    record RateBelowWider(TermsInForce wider, YearMonth month) implements PolicyRefusal {}

    /** The base is narrower than the wider policy's at no higher a rate, so every statement would give less. */
    record BaseNarrowerAtSameRate(TermsInForce wider, YearMonth month) implements PolicyRefusal {}

    /** It would carry negative months where the wider policy carries none. */
    record CarriesWhereWiderDoesNot(TermsInForce wider, YearMonth month) implements PolicyRefusal {}
}
