package org.linli.partner.call;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What proposals are scored by.
 *
 * @param weight percent, above 0; those of a call sum to 100
 */
@Schema(name = "Criterion")
public record Criterion(String code, String name, int weight) {}
