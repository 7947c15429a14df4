package org.linli.company.entry.store;

import org.linli.company.statement.StatementId;
import org.linli.company.statement.SummedLine;
import org.linli.company.statement.application.ReportedEntries;
import org.linli.platform.database.Columns;
import org.linli.platform.unit.UnitCode;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.util.List;

@Repository
class R2dbcReportedEntries implements ReportedEntries {

    private final DatabaseClient database;

    R2dbcReportedEntries(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Boolean> waiting(StatementId id) {
        return database.sql("""
                        SELECT EXISTS (SELECT 1 FROM revenue_entry
                                       WHERE unit_code = :unit AND period = :period
                                         AND reported_version IS NULL AND withdrawn_at IS NULL)
                        """)
                .bind("unit", id.unit().value())
                .bind("period", id.period().toString())
                .mapValue(Boolean.class)
                .one();
    }

    @Override
    public Mono<Void> fix(StatementId id) {
        return database.sql("""
                        UPDATE revenue_entry SET reported_version = :version
                        WHERE unit_code = :unit AND period = :period
                          AND reported_version IS NULL AND withdrawn_at IS NULL
                        """)
                .bind("version", id.version())
                .bind("unit", id.unit().value())
                .bind("period", id.period().toString())
                .then();
    }

    @Override
    public Mono<Void> release(StatementId id) {
        return database.sql("""
                        UPDATE revenue_entry SET reported_version = NULL
                        WHERE unit_code = :unit AND period = :period AND reported_version = :version
                        """)
                .bind("version", id.version())
                .bind("unit", id.unit().value())
                .bind("period", id.period().toString())
                .then();
    }

    @Override
    public Mono<List<SummedLine>> sum(StatementId id) {
        return database.sql("""
                        SELECT line, project, partner, counterparty, sum(gross) AS gross, sum(tax) AS tax,
                               sum(direct_cost) AS direct_cost, count(*)::int AS entries
                        FROM revenue_entry
                        WHERE unit_code = :unit AND period = :period AND reported_version <= :version
                        GROUP BY line, project, partner, counterparty
                        ORDER BY line, project, partner, counterparty
                        """)
                .bind("unit", id.unit().value())
                .bind("period", id.period().toString())
                .bind("version", id.version())
                .map(row -> new SummedLine(
                        Columns.text(row, "line"),
                        row.get("project", String.class),
                        row.get("partner", String.class),
                        UnitCode.parse(row.get("counterparty", String.class)).orElse(null),
                        Columns.decimal(row, "gross"),
                        Columns.decimal(row, "tax"),
                        Columns.decimal(row, "direct_cost"),
                        Columns.integer(row, "entries")))
                .all()
                .collectList();
    }
}
