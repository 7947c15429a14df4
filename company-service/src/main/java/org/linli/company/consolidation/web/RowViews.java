package org.linli.company.consolidation.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.company.consolidation.Elimination;
import org.linli.company.consolidation.Figures;
import org.linli.company.consolidation.StatementLine;
import org.linli.company.consolidation.store.BranchList;
import org.linli.company.consolidation.store.CellList;
import org.linli.company.consolidation.store.PartnerList;
import org.linli.company.consolidation.store.ProgressMarks;
import org.linli.company.consolidation.store.StatementLineList;
import org.linli.platform.unit.UnitCode;

import java.time.Instant;

/** Rows of the consolidation's lists. */
final class RowViews {

    private RowViews() {}

    /** One branch at a scope. */
    @Schema(name = "RowViewBranch")
    record BranchView(
            @Schema(example = "440703006101") String branch,
            String name,

            @Schema(example = "VENUE", description = "现类型 · its class as of now") @Nullable
            String unitClass,

            @JsonUnwrapped FiguresView figures) {

        static BranchView of(BranchList.Row row) {
            String code = row.branch().value();
            String name = row.name() == null ? code : row.name();
            return new BranchView(code, name, row.unitClass(), FiguresView.of(row.figures()));
        }
    }

    /** One community partner at a scope. */
    @Schema(name = "RowViewPartner")
    record PartnerView(
            @Schema(example = "邻里食堂") String partner,
            @JsonUnwrapped FiguresView figures) {

        static PartnerView of(PartnerList.Row row) {
            return new PartnerView(row.partner(), FiguresView.of(row.figures()));
        }
    }

    /** One cell: a scope, a period and a business line. */
    @Schema(name = "RowViewCell")
    record CellView(
            @Schema(example = "440703006") String scope,
            @Schema(example = "2026-03") String period,
            @Schema(example = "CANTEEN") String line,
            @JsonUnwrapped FiguresView figures) {

        static CellView of(CellList.Row row) {
            return new CellView(
                    row.scope().value(), row.period().toString(), row.line(), FiguresView.of(row.figures()));
        }
    }

    /** One accepted line behind a figure. */
    @Schema(name = "RowViewStatementLine")
    record StatementLineView(
            @Schema(example = "440703006101-2026-03-1") String statementId,
            @Schema(example = "440703006101") String branch,
            @Schema(example = "2026-03") String period,
            @Schema(example = "CANTEEN") String line,
            @Nullable String project,
            @Nullable String partner,
            @Schema(example = "440703006102") @Nullable String counterparty,
            FiguresView figures,

            @Schema(description = "在此范围内是否抵销 · whether it is eliminated at this scope")
            boolean eliminated,

            @Schema(description = "明细链接 · link to the entries behind it")
            String entries) {

        static StatementLineView of(UnitCode scope, StatementLineList.Row row) {
            StatementLine line = row.line();
            boolean eliminated = Elimination.holds(scope, row.key().unit(), line.counterparty());
            return new StatementLineView(
                    row.statementId(),
                    row.key().unit().value(),
                    row.key().period().toString(),
                    line.line(),
                    line.project(),
                    line.partner(),
                    line.counterparty() == null ? null : line.counterparty().value(),
                    FiguresView.of(Figures.of(line.measures(), eliminated)),
                    eliminated,
                    EntriesLink.of(row));
        }
    }

    /** How far a scope has come. */
    @Schema(name = "RowViewProgress")
    record ProgressView(
            @Schema(example = "312", description = "已并入的确认版本数 · accepted versions applied so far")
            long acceptedStatements,

            @Nullable Instant lastAcceptedAt,
            @Nullable Instant lastAppliedAt) {

        static final ProgressView NOTHING_YET = new ProgressView(0, null, null);

        static ProgressView of(ProgressMarks.Mark mark) {
            return new ProgressView(
                    mark.progress().acceptedStatements(), mark.progress().lastAcceptedAt(), mark.appliedAt());
        }
    }
}
