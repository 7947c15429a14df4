package org.linli.company.entry.store;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.linli.company.entry.Entry;
import org.linli.company.entry.RecordedEntry;
import org.linli.platform.money.Yuan;
import org.linli.platform.unit.UnitCode;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;

/** Reads a row of the entries' table. */
final class EntryRow {

    static final String COLUMNS = """
            entry_no, unit_code, period, date, line, project, counterparty, partner, gross, tax, direct_cost, memo,
            recorded_by, recorded_at, reported_version, withdrawn_by, withdrawn_at, withdrawn_reason""";

    private EntryRow() {}

    static RecordedEntry read(Readable row) {
        return new RecordedEntry(
                entry(row),
                text(row, "recorded_by"),
                Objects.requireNonNull(row.get("recorded_at", Instant.class)),
                row.get("reported_version", Integer.class),
                withdrawal(row));
    }

    private static Entry entry(Readable row) {
        String counterparty = row.get("counterparty", String.class);
        return new Entry(
                text(row, "entry_no"),
                UnitCode.of(text(row, "unit_code")),
                YearMonth.parse(text(row, "period")),
                Objects.requireNonNull(row.get("date", LocalDate.class)),
                text(row, "line"),
                row.get("project", String.class),
                counterparty == null ? null : UnitCode.of(counterparty),
                row.get("partner", String.class),
                Yuan.ofFen(fen(row, "gross")),
                Yuan.ofFen(fen(row, "tax")),
                Yuan.ofFen(fen(row, "direct_cost")),
                row.get("memo", String.class));
    }

    private static RecordedEntry.@Nullable Withdrawal withdrawal(Readable row) {
        Instant at = row.get("withdrawn_at", Instant.class);
        return at == null
                ? null
                : new RecordedEntry.Withdrawal(text(row, "withdrawn_by"), at, text(row, "withdrawn_reason"));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static long fen(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }
}
