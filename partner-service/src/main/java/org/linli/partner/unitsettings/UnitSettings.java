package org.linli.partner.unitsettings;

import io.r2dbc.spi.Readable;
import org.linli.platform.database.Columns;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.SystemAccess;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.Map;

/** Rules of one kind, all kept as they were set. Their table's key is {@code scope} and {@code set_at}. */
public abstract class UnitSettings<T> {

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final String table;

    protected UnitSettings(DatabaseClient database, TransactionalOperator transaction, Clock clock, String table) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
        this.table = table;
    }

    protected abstract T terms(Readable row);

    /** Values by their columns, the same columns for all terms. */
    protected abstract Map<String, ?> columns(T terms);

    /** What the nearest tier at or above the unit said last. */
    @SystemAccess("what holds in a unit binds whoever acts there")
    public Mono<UnitSetting<T>> holding(UnitCode unit) {
        return database.sql("""
                        SELECT * FROM %s WHERE starts_with(:unit, scope)
                        ORDER BY length(scope) DESC, set_at DESC LIMIT 1
                        """.formatted(table))
                .bind("unit", unit.value())
                .map(this::rule)
                .one();
    }

    /** For the unit and all below it without a rule of their own; 404 outside the scope. */
    public Mono<UnitSetting<T>> set(UnitCode unit, T terms, String by, Scope scope) {
        Map<String, ?> columns = columns(terms);
        return database.sql(
                        """
                        INSERT INTO %s (scope, set_by, set_at, %s)
                        SELECT :unit, :by, :at, :%s WHERE :unit LIKE ANY(:scope)
                        RETURNING *
                        """.formatted(table, String.join(", ", columns.keySet()), String.join(", :", columns.keySet())))
                .bind("unit", unit.value())
                .bind("by", by)
                .bind("at", clock.instant())
                .bind("scope", scope.likePatterns())
                .bindValues(columns)
                .map(this::rule)
                .one()
                .switchIfEmpty(Problem.missing("The unit"))
                .as(transaction::transactional);
    }

    private UnitSetting<T> rule(Readable row) {
        return new UnitSetting<>(
                Columns.text(row, "scope"), terms(row), Columns.text(row, "set_by"), Columns.time(row, "set_at"));
    }
}
