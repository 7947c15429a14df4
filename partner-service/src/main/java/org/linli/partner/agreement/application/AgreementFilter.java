package org.linli.partner.agreement.application;

/**
 * Which agreements a caller asks for. Empty text asks for any.
 *
 * @param within prefix of unit codes
 * @param partner id
 * @param text part of title or partner's name
 */
public record AgreementFilter(String within, String state, String partner, String text) {}
