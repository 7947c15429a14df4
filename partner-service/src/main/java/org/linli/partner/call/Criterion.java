package org.linli.partner.call;

/**
 * What proposals are scored by.
 *
 * @param weight percent, above 0; those of a call sum to 100
 */
public record Criterion(String code, String name, int weight) {}
