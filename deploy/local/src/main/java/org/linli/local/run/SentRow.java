package org.linli.local.run;

import org.linli.platform.table.TableRow;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row on its way.
 *
 * @param line line of the file
 * @param body what the API takes: values as text, empty ones left out
 */
record SentRow(long line, Map<String, String> body) {
    /** @param fieldByColumn the API's names in the order to send */
    static SentRow of(TableRow row, Map<String, String> fieldByColumn) {
        Map<String, String> body = new LinkedHashMap<>();
        fieldByColumn.forEach((column, field) -> {
            String value = row.value(column);
            if (!value.isEmpty()) {
                body.put(field, value);
            }
        });
        return new SentRow(row.line(), body);
    }

    String field(String name) {
        return body.getOrDefault(name, "");
    }
}
