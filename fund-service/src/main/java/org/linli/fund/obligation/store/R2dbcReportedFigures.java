package org.linli.fund.obligation.store;

import org.linli.fund.policy.PolicyTrial.Reported;
import org.linli.fund.policy.application.ReportedFigures;
import org.linli.platform.database.Columns;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.util.List;

/** What branches have reported, as their obligations hold it. */
@Repository
class R2dbcReportedFigures implements ReportedFigures {

    private final DatabaseClient database;

    R2dbcReportedFigures(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<List<Reported>> latest(Scope scope, int periods) {
        return database.sql("""
                        SELECT unit, period, gross, tax, direct_cost FROM return_obligation
                        WHERE unit LIKE ANY(:scope) AND period IN (
                            SELECT DISTINCT period FROM return_obligation WHERE unit LIKE ANY(:scope)
                            ORDER BY period DESC LIMIT :periods)
                        ORDER BY unit, period
                        """)
                .bind("scope", scope.likePatterns())
                .bind("periods", periods)
                .map(row -> new Reported(
                        Columns.unit(row, "unit"), Columns.period(row, "period"), ObligationRow.figures(row)))
                .all()
                .collectList();
    }
}
