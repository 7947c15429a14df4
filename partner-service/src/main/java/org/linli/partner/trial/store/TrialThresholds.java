package org.linli.partner.trial.store;

import io.r2dbc.spi.Readable;
import org.linli.partner.trial.ThresholdRule;
import org.linli.partner.trial.Thresholds;
import org.linli.platform.database.Columns;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.Instant;

/** What trials must show, as it was set and by whom. */
@Repository
public class TrialThresholds {

    private final DatabaseClient database;

    TrialThresholds(DatabaseClient database) {
        this.database = database;
    }

    /** What the nearest tier at or above the unit said last. */
    public Mono<ThresholdRule> holding(UnitCode unit) {
        return database.sql("""
                        SELECT * FROM trial_threshold WHERE starts_with(:unit, scope)
                        ORDER BY length(scope) DESC, set_at DESC LIMIT 1
                        """)
                .bind("unit", unit.value())
                .map(TrialThresholds::rule)
                .one();
    }

    /** Empty where the unit lies outside the scope. */
    public Mono<ThresholdRule> set(UnitCode unit, Thresholds least, String by, Instant at, Scope scope) {
        return database.sql("""
                        INSERT INTO trial_threshold (scope, min_sessions, min_attendance, min_average, set_by, set_at)
                        SELECT :unit, :sessions, :attendance, :average, :by, :at WHERE :unit LIKE ANY(:scope)
                        RETURNING *
                        """)
                .bind("unit", unit.value())
                .bind("sessions", least.sessions())
                .bind("attendance", least.attendance())
                .bind("average", least.average())
                .bind("by", by)
                .bind("at", at)
                .bind("scope", scope.likePatterns())
                .map(TrialThresholds::rule)
                .one();
    }

    private static ThresholdRule rule(Readable row) {
        return new ThresholdRule(
                Columns.text(row, "scope"),
                new Thresholds(
                        Columns.integer(row, "min_sessions"),
                        Columns.integer(row, "min_attendance"),
                        Columns.decimal(row, "min_average")),
                Columns.text(row, "set_by"),
                Columns.time(row, "set_at"));
    }
}
