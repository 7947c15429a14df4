package org.linli.fund.policy;

/**
 * What binds a branch in a period.
 *
 * @param policy the nearest policy, which gives the base
 * @param terms its terms, with the rate raised to that of a wider policy where that asks for more
 */
public record TermsInForce(ReturnPolicy policy, Terms terms) {}
