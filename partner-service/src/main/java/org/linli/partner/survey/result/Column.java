package org.linli.partner.survey.result;

import io.swagger.v3.oas.annotations.media.Schema;

import java.util.List;

/**
 * A group of people that results tell of: those of one value, or of several that are too few each.
 *
 * @param values codes
 * @param text as people read it
 * @param answers five or more
 */
@Schema(name = "Column")
public record Column(List<String> values, String text, int answers) {

    public Column {
        values = List.copyOf(values);
    }
}
