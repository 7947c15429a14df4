package org.linli.partner.proposal;

/**
 * Something that keeps a proposal from being submitted.
 *
 * @param field at fault; @param reason what is wrong; @param expected what would be right
 */
public record Missing(String field, String reason, String expected) {}
