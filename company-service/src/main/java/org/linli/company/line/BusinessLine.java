package org.linli.company.line;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A kind of business that revenue comes from.
 *
 * @param code fixed for ever, capital letters, digits and underscores, 2 to 40
 * @param active whether new entries may name it
 */
@Schema(name = "BusinessLine")
public record BusinessLine(
        @Schema(example = "CANTEEN") String code,
        @Schema(example = "社区食堂") String nameZh,
        @Schema(example = "Canteen") String nameEn,
        boolean active) {}
