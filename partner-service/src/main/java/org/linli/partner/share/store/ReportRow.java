package org.linli.partner.share.store;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.linli.partner.agreement.ShareBase;
import org.linli.partner.share.Figures;
import org.linli.partner.share.ReportKey;
import org.linli.partner.share.Share;
import org.linli.partner.share.TurnoverReport;
import org.linli.partner.share.application.StoredReport;
import org.linli.platform.database.Columns;

import java.time.Instant;

/** Reads a report's row. */
final class ReportRow {

    /** The alias {@code a} is what a reach is asked of. */
    static final String SELECT = """
            SELECT a.*, p.name AS partner_name, u.name AS unit_name
              FROM turnover_report a
              JOIN partner p ON p.id = a.partner_id
              LEFT JOIN unit u ON u.code = a.unit_code
            """;

    private ReportRow() {}

    static StoredReport read(Readable row) {
        return new StoredReport(
                Columns.id(row, "id"),
                report(row),
                Columns.unit(row, "unit_code"),
                row.get("unit_name", String.class),
                Columns.id(row, "partner_id"),
                Columns.text(row, "partner_name"),
                new StoredReport.Booking(
                        Columns.text(row, "line"),
                        row.get("project", String.class),
                        ShareBase.valueOf(Columns.text(row, "base")),
                        Columns.decimal(row, "rate"),
                        Columns.decimal(row, "tax_rate")),
                Columns.integer(row, "terms_version"),
                Columns.texts(row, "evidence"),
                row.get("note", String.class),
                Columns.integer(row, "days_late"),
                change(row),
                row.get("decided_by", String.class),
                row.get("decided_at", Instant.class),
                row.get("reason", String.class),
                Columns.number(row, "revision"));
    }

    private static @Nullable Share change(Readable row) {
        return row.get("change", Long.class) == null
                ? null
                : new Share(Columns.money(row, "change"), Columns.money(row, "tax_change"));
    }

    private static TurnoverReport report(Readable row) {
        var reported = new TurnoverReport.Reported(
                new ReportKey(
                        Columns.id(row, "agreement_id"),
                        Columns.period(row, "period"),
                        Columns.integer(row, "version")),
                new Figures(
                        Columns.money(row, "turnover"),
                        row.get("cost", Long.class) == null ? null : Columns.money(row, "cost"),
                        new Share(Columns.money(row, "share"), Columns.money(row, "tax"))),
                Columns.text(row, "reported_by"),
                Columns.time(row, "reported_at"));
        String state = Columns.text(row, "state");
        return switch (state) {
            case "REPORTED" -> reported;
            case "DISPUTED" ->
                new TurnoverReport.Disputed(
                        reported,
                        Columns.text(row, "decided_by"),
                        Columns.time(row, "decided_at"),
                        Columns.text(row, "reason"));
            case "ANSWERED" -> new TurnoverReport.Answered(reported);
            case "CONFIRMED" ->
                new TurnoverReport.Confirmed(
                        reported, Columns.text(row, "decided_by"), Columns.time(row, "decided_at"));
            case "SUPERSEDED" -> new TurnoverReport.Superseded(reported);
            default -> throw new IllegalStateException("report " + reported.key() + " is in no known state: " + state);
        };
    }
}
