package org.linli.partner.share.store;

import org.linli.partner.agreement.application.ConfirmedMonths;
import org.linli.platform.database.Columns;
import org.linli.platform.security.Visibility;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

@Repository
class R2dbcConfirmedMonths implements ConfirmedMonths {

    private final DatabaseClient database;

    R2dbcConfirmedMonths(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<List<YearMonth>> of(UUID agreement, Visibility visibility) {
        return database.sql("""
                        SELECT a.period FROM turnover_report a
                         WHERE a.agreement_id = :agreement AND a.state = 'CONFIRMED' AND a.turnover <> 0 AND %s
                         ORDER BY a.period
                        """.formatted(Visibility.condition("a", "partner_id")))
                .bind("agreement", agreement)
                .bindValues(visibility.values())
                .map(row -> Columns.period(row, "period"))
                .all()
                .collectList();
    }
}
