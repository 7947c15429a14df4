package org.linli.company.statement.wire;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.company.statement.Statement;
import org.linli.company.statement.StatementLine;
import org.linli.company.statement.Totals;

import java.time.Instant;
import java.util.List;

/**
 * Data of {@code linli.company.revenue-statement.accepted.v1}: the full picture of a branch and period, which replaces
 * that of the statement it supersedes.
 */
record StatementAcceptedV1(
        String statementId,
        String unit,
        String period,
        int version,
        @Nullable String supersedes,
        @Nullable String unitClass,
        String acceptedBy,
        Instant acceptedAt,
        Totals totals,
        List<Line> lines) {

    record Line(
            String line,
            @Nullable String project,
            @Nullable String partner,
            @Nullable String counterparty,
            Money gross,
            Money tax,
            Money directCost,
            int entries) {

        static Line of(StatementLine line) {
            return new Line(
                    line.line(),
                    line.project(),
                    line.partner(),
                    line.counterparty() == null ? null : line.counterparty().value(),
                    line.totals().gross(),
                    line.totals().tax(),
                    line.totals().directCost(),
                    line.totals().entries());
        }
    }

    static StatementAcceptedV1 of(Statement.Accepted accepted, @Nullable String unitClass, List<StatementLine> lines) {
        return new StatementAcceptedV1(
                accepted.id().toString(),
                accepted.id().unit().value(),
                accepted.id().period().toString(),
                accepted.id().version(),
                accepted.supersedes() == null ? null : accepted.supersedes().toString(),
                unitClass,
                accepted.acceptedBy(),
                accepted.acceptedAt(),
                accepted.totals(),
                lines.stream().map(Line::of).toList());
    }
}
