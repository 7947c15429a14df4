package org.linli.local.run;

import org.linli.platform.csv.CsvTable;
import org.linli.platform.table.TableFault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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

    /** @throws FileFailure when it is not such a file */
    CsvTable open(Path file) {
        List<String> columns = List.copyOf(fieldByColumn.keySet());
        try {
            return CsvTable.open(() -> Files.newInputStream(file), columns);
        } catch (TableFault fault) {
            String columnsToName = ". Its first line must name, in any order: " + String.join(",", columns);
            throw new FileFailure(file + " " + fault.getMessage() + (fault.ofHeader() ? columnsToName : ""));
        } catch (NoSuchFileException e) {
            throw new FileFailure("There is no file " + file);
        } catch (IOException e) {
            throw new FileFailure(file + " cannot be read: " + e.getMessage());
        }
    }

    Map<String, String> fieldByColumn() {
        return fieldByColumn;
    }

    Map<String, String> columnByField() {
        return fieldByColumn.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }
}
