package org.linli.platform.problem;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What is wrong with one field of a request.
 *
 * @param field path of the field, such as {@code entries[3].gross}, or the name of a parameter or header
 * @param reason what is wrong, in a few words
 * @param expected what would be right
 */
@Schema(name = "FieldError")
public record FieldError(String field, String reason, String expected) {}
