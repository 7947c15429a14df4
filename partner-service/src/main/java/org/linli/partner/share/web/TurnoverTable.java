package org.linli.partner.share.web;

import org.linli.platform.file.TableUpload;
import org.linli.platform.table.TableRow;

import java.util.List;

/** Turnover reports as rows of a file. */
final class TurnoverTable {

    /** Evidence: several are parted by semicolons. */
    private static final List<String> COLUMNS =
            List.of("agreement_id", "period", "turnover", "cost", "evidence", "note");

    private static final int MOST_ROWS = 5_000;

    private TurnoverTable() {}

    static List<TableRow> read(TableUpload file) {
        return file.rows(COLUMNS, MOST_ROWS);
    }

    static ReportRequest request(TableRow row) {
        String evidence = row.value("evidence");
        return new ReportRequest(
                row.value("agreement_id"),
                row.value("period"),
                row.value("turnover"),
                row.value("cost"),
                evidence.isBlank() ? List.of() : List.of(evidence.split(";")),
                row.value("note"));
    }

    static String column(String field) {
        return field.equals("agreementId") ? "agreement_id" : field.replaceFirst("\\[.*", "");
    }
}
