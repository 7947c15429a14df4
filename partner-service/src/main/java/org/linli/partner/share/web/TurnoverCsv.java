package org.linli.partner.share.web;

import org.linli.platform.csv.CsvRow;
import org.linli.platform.csv.CsvUpload;
import org.springframework.http.server.reactive.ServerHttpRequest;

import java.util.List;

/** Turnover reports as CSV. */
final class TurnoverCsv {

    /** Evidence: several are parted by semicolons. */
    private static final List<String> COLUMNS =
            List.of("agreement_id", "period", "turnover", "cost", "evidence", "note");

    private static final int MOST_ROWS = 5_000;

    private TurnoverCsv() {}

    static List<CsvRow> read(ServerHttpRequest request, String file) {
        return CsvUpload.rows(request, file, COLUMNS, MOST_ROWS);
    }

    static ReportRequest request(CsvRow row) {
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
