package org.linli.company.statement.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.company.statement.StatementId;
import org.linli.company.statement.StatementLine;
import org.linli.company.statement.Totals;
import org.linli.company.statement.store.StatementHistory;
import org.linli.company.statement.store.StatementRow;
import org.linli.platform.unit.UnitCode;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/** A statement as callers see it; lines and history only where one statement is asked for. Its revision is its tag. */
@Schema(name = "Statement")
record StatementView(
        StatementId id,
        UnitCode unit,
        YearMonth period,
        int version,
        String state,
        long revision,
        @Nullable StatementId supersedes,
        @Nullable String unitClass,
        Totals totals,
        List<String> reasons,
        String createdBy,
        Instant createdAt,
        @Nullable String submittedBy,
        @Nullable Instant submittedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        List<LineView> lines,
        List<StatementHistory.Step> history) {

    @Schema(name = "StatementLine")
    record LineView(
            String line,
            @Nullable String project,
            @Nullable String partner,
            @Nullable UnitCode counterparty,
            Money gross,
            Money tax,
            Money directCost,
            int entries) {}

    static StatementView of(StatementRow row) {
        return of(row, List.of(), List.of());
    }

    static StatementView of(StatementRow row, List<StatementLine> lines, List<StatementHistory.Step> history) {
        return new StatementView(
                row.id(),
                row.id().unit(),
                row.id().period(),
                row.id().version(),
                row.state(),
                row.revision(),
                row.supersedes(),
                row.unitClass(),
                row.totals(),
                row.reasons(),
                row.createdBy(),
                row.createdAt(),
                row.submittedBy(),
                row.submittedAt(),
                row.decidedBy(),
                row.decidedAt(),
                lines.stream().map(StatementView::line).toList(),
                history);
    }

    private static LineView line(StatementLine line) {
        Totals totals = line.totals();
        return new LineView(
                line.line(),
                line.project(),
                line.partner(),
                line.counterparty(),
                totals.gross(),
                totals.tax(),
                totals.directCost(),
                totals.entries());
    }
}
