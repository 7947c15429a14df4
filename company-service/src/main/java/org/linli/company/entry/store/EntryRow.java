package org.linli.company.entry.store;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.linli.company.entry.Entry;
import org.linli.company.entry.StoredEntry;
import org.linli.platform.database.Columns;
import org.linli.platform.unit.UnitCode;

import java.time.Instant;

/** Reads a row of the entries' table. */
final class EntryRow {

    static final String COLUMNS = """
            entry_no, unit_code, period, date, line, project, counterparty, partner, gross, tax, direct_cost, memo,
            recorded_by, recorded_at, reported_version, withdrawn_by, withdrawn_at, withdrawn_reason""";

    private EntryRow() {}

    static StoredEntry read(Readable row) {
        return new StoredEntry(
                entry(row),
                Columns.text(row, "recorded_by"),
                Columns.time(row, "recorded_at"),
                row.get("reported_version", Integer.class),
                withdrawal(row));
    }

    private static Entry entry(Readable row) {
        String counterparty = row.get("counterparty", String.class);
        return new Entry(
                Columns.text(row, "entry_no"),
                Columns.unit(row, "unit_code"),
                Columns.period(row, "period"),
                Columns.date(row, "date"),
                Columns.text(row, "line"),
                row.get("project", String.class),
                counterparty == null ? null : UnitCode.of(counterparty),
                row.get("partner", String.class),
                Columns.money(row, "gross"),
                Columns.money(row, "tax"),
                Columns.money(row, "direct_cost"),
                row.get("memo", String.class));
    }

    private static StoredEntry.@Nullable Withdrawal withdrawal(Readable row) {
        Instant at = row.get("withdrawn_at", Instant.class);
        return at == null
                ? null
                : new StoredEntry.Withdrawal(
                        Columns.text(row, "withdrawn_by"), at, Columns.text(row, "withdrawn_reason"));
    }
}
