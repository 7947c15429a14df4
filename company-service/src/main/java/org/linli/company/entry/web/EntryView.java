package org.linli.company.entry.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.company.entry.Entry;
import org.linli.company.entry.StoredEntry;
import org.linli.platform.unit.UnitCode;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;

/** An entry as callers see it. */
@Schema(name = "Entry")
record EntryView(
        String entryNo,
        UnitCode unit,
        YearMonth period,
        LocalDate date,
        String line,
        @Nullable String project,
        @Nullable UnitCode counterparty,
        @Nullable String partner,
        Money gross,
        Money tax,
        Money directCost,
        @Nullable String memo,
        String recordedBy,
        Instant recordedAt,
        @Nullable Integer reportedVersion,
        StoredEntry.@Nullable Withdrawal withdrawn) {

    static EntryView of(StoredEntry recorded) {
        Entry entry = recorded.entry();
        return new EntryView(
                entry.entryNo(),
                entry.unit(),
                entry.period(),
                entry.date(),
                entry.line(),
                entry.project(),
                entry.counterparty(),
                entry.partner(),
                entry.gross(),
                entry.tax(),
                entry.directCost(),
                entry.memo(),
                recorded.recordedBy(),
                recorded.recordedAt(),
                recorded.reportedVersion(),
                recorded.withdrawn());
    }

    /** The columns of a file, as {@link EntryTable} names them. */
    List<@Nullable Object> toRow() {
        return Arrays.asList(
                entryNo, unit, period, date, line, project, counterparty, partner, gross, tax, directCost, memo);
    }
}
