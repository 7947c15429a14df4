package org.linli.partner.survey;

/** @param field at fault; @param reason what is wrong; @param expected what would be right */
public record Violation(String field, String reason, String expected) {}
