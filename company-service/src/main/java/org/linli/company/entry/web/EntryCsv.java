package org.linli.company.entry.web;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.linli.company.entry.Entry;
import org.linli.company.entry.EntryDraft;
import org.linli.company.entry.RecordedEntry;
import org.linli.platform.money.Yuan;
import org.linli.platform.problem.FieldError;
import org.linli.platform.problem.Problem;
import org.linli.platform.problem.TextGuard;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Entries as CSV (RFC 4180, UTF-8 with or without BOM, header row, columns by name in any order). */
final class EntryCsv {

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

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator("\r\n").get();

    private EntryCsv() {}

    /**
     * A row as it stands in the file.
     *
     * @param line where it starts; the header is line 1
     * @param values as many as the header has, or not: then the row has no draft
     */
    record Row(long line, List<String> header, List<String> values) {

        boolean isWhole() {
            return values.size() == header.size();
        }

        FieldError broken() {
            return new FieldError("row", values.size() + " values", header.size() + " values, as in the header");
        }

        EntryDraft draft() {
            return new EntryDraft(
                    value("entry_no"),
                    value("unit_code"),
                    value("period"),
                    value("date"),
                    value("line"),
                    value("project"),
                    value("counterparty_unit"),
                    value("partner"),
                    value("gross"),
                    value("tax"),
                    value("direct_cost"),
                    value("memo"));
        }

        private String value(String column) {
            return values.get(header.indexOf(column));
        }
    }

    static String column(String field) {
        return COLUMN_OF_FIELD.getOrDefault(field, field);
    }

    static String header() {
        return FORMAT.format(COLUMNS.toArray()) + "\r\n";
    }

    static String row(RecordedEntry recorded) {
        Entry entry = recorded.entry();
        return FORMAT.format(
                        entry.entryNo(),
                        entry.unit(),
                        entry.period(),
                        entry.date(),
                        entry.line(),
                        entry.project(),
                        entry.counterparty(),
                        entry.partner(),
                        Yuan.format(entry.gross()),
                        Yuan.format(entry.tax()),
                        Yuan.format(entry.directCost()),
                        entry.memo())
                + "\r\n";
    }

    /** @throws org.linli.platform.problem.ProblemException (422) where the file as a whole is no such table */
    static List<Row> read(String file) {
        String text = file.startsWith("\uFEFF") ? file.substring(1) : file;
        if (!TextGuard.isClean(text) || text.indexOf('\uFFFD') >= 0) {
            throw unreadable("body", "not UTF-8", TextGuard.EXPECTED);
        }
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            List<Row> rows = new ArrayList<>();
            @Nullable List<String> header = null;
            long line = 1;
            for (CSVRecord record : parser) {
                if (header == null) {
                    header = header(record);
                } else if (!(record.size() == 1 && record.get(0).isEmpty())) {
                    rows.add(new Row(line, header, Arrays.asList(record.values())));
                }
                line = parser.getCurrentLineNumber() + 1;
            }
            if (header == null) {
                throw unreadable("body", "empty", "a header row with the columns " + COLUMNS);
            }
            return rows;
        } catch (IOException | UncheckedIOException | IllegalStateException malformed) {
            throw unreadable("body", "not a CSV file: " + malformed.getMessage(), "RFC 4180 with a header row");
        }
    }

    private static List<String> header(CSVRecord record) {
        List<String> names = Arrays.asList(record.values());
        if (!Set.copyOf(COLUMNS).containsAll(names)
                || names.size() != Set.copyOf(names).size()
                || !names.containsAll(COLUMNS)) {
            throw unreadable(
                    "header", "columns missing, unknown or twice: " + names, "exactly " + COLUMNS + " in any order");
        }
        return names;
    }

    private static RuntimeException unreadable(String field, String reason, String expected) {
        return Problem.invalid("The file cannot be read")
                .field(field, reason, expected)
                .exception();
    }
}
