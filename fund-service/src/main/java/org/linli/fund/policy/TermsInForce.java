package org.linli.fund.policy;

/**
 * What binds a branch in a period.
 *
 * @param policy the nearest policy
 * @param terms its terms, raised to those of a wider policy where that asks for more
 */
public record TermsInForce(ReturnPolicy policy, Terms terms) {}
