package org.linli.partner.share.web;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.Problem;
import org.linli.platform.problem.TextGuard;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Turnover reports as CSV (RFC 4180, UTF-8 with or without BOM, header row, columns by name in any order). */
final class TurnoverCsv {

    /** Evidence: several are parted by semicolons. */
    private static final List<String> COLUMNS =
            List.of("agreement_id", "period", "turnover", "cost", "evidence", "note");

    private static final int MOST_ROWS = 5_000;

    private TurnoverCsv() {}

    /**
     * A row as it stands in the file.
     *
     * @param line where it starts; the header is line 1
     * @param values as many as the header has, or not: then there is no request
     */
    record Row(long line, List<String> header, List<String> values) {

        boolean isWhole() {
            return values.size() == header.size();
        }

        ReportRequest request() {
            List<String> evidence = value("evidence").isBlank()
                    ? List.of()
                    : Arrays.asList(value("evidence").split(";"));
            return new ReportRequest(
                    value("agreement_id"),
                    value("period"),
                    value("turnover"),
                    value("cost"),
                    List.copyOf(evidence),
                    value("note"));
        }

        private String value(String column) {
            return values.get(header.indexOf(column));
        }
    }

    static String column(String field) {
        return field.equals("agreementId") ? "agreement_id" : field.replaceFirst("\\[.*", "");
    }

    /** @throws org.linli.platform.problem.ProblemException (422) where the file as a whole is no such table */
    static List<Row> read(String file) {
        String text = file.startsWith("\uFEFF") ? file.substring(1) : file;
        if (!TextGuard.isClean(text) || text.indexOf('\uFFFD') >= 0) {
            throw unreadable("body", "not UTF-8", TextGuard.EXPECTED);
        }
        try (CSVParser parser = CSVParser.parse(new StringReader(text), CSVFormat.RFC4180)) {
            List<Row> rows = rows(parser);
            if (rows.size() > MOST_ROWS) {
                throw unreadable("body", "too long", "up to " + MOST_ROWS + " rows");
            }
            return rows;
        } catch (IOException | UncheckedIOException | IllegalStateException malformed) {
            throw unreadable("body", "not a CSV file: " + malformed.getMessage(), "RFC 4180 with a header row");
        }
    }

    private static List<Row> rows(CSVParser parser) {
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
    }

    private static List<String> header(CSVRecord record) {
        List<String> names = Arrays.asList(record.values());
        if (names.size() != COLUMNS.size() || !Set.copyOf(COLUMNS).equals(new java.util.HashSet<>(names))) {
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
