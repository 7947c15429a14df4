package org.linli.partner.room.store;

import io.r2dbc.spi.Readable;
import org.linli.partner.room.Sharing;
import org.linli.partner.room.SharingRule;
import org.linli.platform.database.Columns;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.Instant;

/** The rules of space, as they were set and by whom. */
@Repository
public class SharingRules {

    private final DatabaseClient database;

    SharingRules(DatabaseClient database) {
        this.database = database;
    }

    /** What the nearest tier at or above the unit said last. */
    public Mono<SharingRule> holding(UnitCode unit) {
        return database.sql("""
                        SELECT * FROM room_sharing WHERE starts_with(:unit, scope)
                        ORDER BY length(scope) DESC, set_at DESC LIMIT 1
                        """)
                .bind("unit", unit.value())
                .map(SharingRules::rule)
                .one();
    }

    /** Empty where the unit lies outside the scope. */
    public Mono<SharingRule> set(UnitCode unit, Sharing sharing, String by, Instant at, Scope scope) {
        return database.sql("""
                        INSERT INTO room_sharing (scope, office_rate, service_rate, service_days_ahead, set_by, set_at)
                        SELECT :unit, :office, :service, :days, :by, :at WHERE :unit LIKE ANY(:scope)
                        RETURNING *
                        """)
                .bind("unit", unit.value())
                .bind("office", sharing.officeRate())
                .bind("service", sharing.serviceRate())
                .bind("days", sharing.serviceDaysAhead())
                .bind("by", by)
                .bind("at", at)
                .bind("scope", scope.likePatterns())
                .map(SharingRules::rule)
                .one();
    }

    private static SharingRule rule(Readable row) {
        return new SharingRule(
                Columns.text(row, "scope"),
                new Sharing(
                        Columns.decimal(row, "office_rate"),
                        Columns.decimal(row, "service_rate"),
                        Columns.integer(row, "service_days_ahead")),
                Columns.text(row, "set_by"),
                Columns.time(row, "set_at"));
    }
}
