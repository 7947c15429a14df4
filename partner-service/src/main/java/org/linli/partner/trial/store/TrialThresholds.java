package org.linli.partner.trial.store;

import io.r2dbc.spi.Readable;
import org.linli.partner.trial.Thresholds;
import org.linli.partner.unitsettings.UnitSettings;
import org.linli.platform.database.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;

import java.time.Clock;
import java.util.Map;

/** What trials must show. */
@Repository
class TrialThresholds extends UnitSettings<Thresholds> {

    TrialThresholds(DatabaseClient database, TransactionalOperator transaction, Clock clock) {
        super(database, transaction, clock, "trial_threshold");
    }

    @Override
    protected Thresholds terms(Readable row) {
        return new Thresholds(
                Columns.integer(row, "min_sessions"),
                Columns.integer(row, "min_attendance"),
                Columns.decimal(row, "min_average"));
    }

    @Override
    protected Map<String, ?> columns(Thresholds least) {
        return Map.of(
                "min_sessions", least.sessions(),
                "min_attendance", least.attendance(),
                "min_average", least.average());
    }
}
