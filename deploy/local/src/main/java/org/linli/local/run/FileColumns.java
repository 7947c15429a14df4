package org.linli.local.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The columns of a file and what the API calls them. */
enum FileColumns {
    UNITS("code", "code", "name", "name", "class", "unitClass", "credit_code", "creditCode"),
    ENTRIES(
            "entry_no", "entryNo",
            "unit_code", "unit",
            "period", "period",
            "date", "date",
            "line", "line",
            "project", "project",
            "counterparty_unit", "counterparty",
            "partner", "partner",
            "gross", "gross",
            "tax", "tax",
            "direct_cost", "directCost",
            "memo", "memo");

    private final Map<String, String> fieldByColumn;

    FileColumns(String... columnsAndFields) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < columnsAndFields.length; i += 2) {
            names.put(columnsAndFields[i], columnsAndFields[i + 1]);
        }
        this.fieldByColumn = Collections.unmodifiableMap(names);
    }

    List<String> columns() {
        return List.copyOf(fieldByColumn.keySet());
    }

    Map<String, String> fieldByColumn() {
        return fieldByColumn;
    }

    Map<String, String> columnByField() {
        return fieldByColumn.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }
}
