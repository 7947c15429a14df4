package org.linli.platform.problem;

/**
 * What is wrong with one field of a request.
 *
 * @param field path of the field, such as {@code entries[3].gross}, or the name of a parameter or header
 * @param reason what is wrong, in a few words
 * @param expected what would be right
 */
public record FieldError(String field, String reason, String expected) {}
