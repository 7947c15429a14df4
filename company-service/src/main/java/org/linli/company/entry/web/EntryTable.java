package org.linli.company.entry.web;

import org.linli.company.entry.EntryDraft;
import org.linli.platform.file.TableFile;
import org.linli.platform.file.TableUpload;
import org.linli.platform.table.TableRow;

import java.util.List;
import java.util.Map;

/** Entries as rows of a file. */
final class EntryTable {

    private static final List<String> COLUMNS = List.of(
            "entry_no",
            "unit_code",
            "period",
            "date",
            "line",
            "project",
            "counterparty_unit",
            "partner",
            "gross",
            "tax",
            "direct_cost",
            "memo");
    /** What the API calls a column, where it calls it otherwise. */
    private static final Map<String, String> COLUMN_OF_FIELD = Map.of(
            "entryNo",
            "entry_no",
            "unit",
            "unit_code",
            "counterparty",
            "counterparty_unit",
            "directCost",
            "direct_cost");

    private static final int MOST_ROWS = 100_000;

    private EntryTable() {}

    static List<TableRow> read(TableUpload file) {
        return file.rows(COLUMNS, MOST_ROWS);
    }

    static EntryDraft draft(TableRow row) {
        return new EntryDraft(
                row.value("entry_no"),
                row.value("unit_code"),
                row.value("period"),
                row.value("date"),
                row.value("line"),
                row.value("project"),
                row.value("counterparty_unit"),
                row.value("partner"),
                row.value("gross"),
                row.value("tax"),
                row.value("direct_cost"),
                row.value("memo"));
    }

    static String column(String field) {
        return COLUMN_OF_FIELD.getOrDefault(field, field);
    }

    static TableFile file() {
        return new TableFile("entries", COLUMNS, true);
    }
}
