package org.linli.company.statement.store;

import org.linli.company.statement.StatementId;
import org.linli.platform.database.Columns;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.YearMonth;
import java.util.List;

/** Finds statements, and locks their series. */
@Repository
public class Statements {

    private final DatabaseClient database;

    Statements(DatabaseClient database) {
        this.database = database;
    }

    /** Locks the series of a branch and period until the transaction ends, making it where there is none. */
    public Mono<Series> lock(UnitCode unit, YearMonth period) {
        return database.sql(
                        "INSERT INTO statement_series (unit_code, period) VALUES (:unit, :period) ON CONFLICT DO NOTHING")
                .bind("unit", unit.value())
                .bind("period", period.toString())
                .then()
                .then(locked(unit, period, Scope.everywhere()));
    }

    /** Locks the series of a statement until the transaction ends; empty where the scope has no such series. */
    public Mono<Series> lock(StatementId id, Scope scope) {
        return locked(id.unit(), id.period(), scope);
    }

    private Mono<Series> locked(UnitCode unit, YearMonth period, Scope scope) {
        return database.sql("""
                        SELECT sequence, version FROM statement_series
                        WHERE unit_code = :unit AND period = :period AND unit_code LIKE ANY(:scope) FOR UPDATE
                        """)
                .bind("unit", unit.value())
                .bind("period", period.toString())
                .bind("scope", scope.likePatterns())
                .map(row -> new Series(unit, period, Columns.number(row, "sequence"), Columns.integer(row, "version")))
                .one();
    }

    /** The series' statements that are not over: the open one and the accepted one, where there are. */
    public Mono<List<StatementRow>> standing(Series series) {
        return database.sql("SELECT " + StatementRow.COLUMNS + """
                         FROM revenue_statement
                        WHERE unit_code = :unit AND period = :period
                          AND state IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED')
                        """)
                .bind("unit", series.unit().value())
                .bind("period", series.period().toString())
                .map(StatementRow::read)
                .all()
                .collectList();
    }

    public Mono<StatementRow> find(StatementId id, Scope scope) {
        return database.sql("SELECT " + StatementRow.COLUMNS
                        + " FROM revenue_statement WHERE id = :id AND unit_code LIKE ANY(:scope)")
                .bind("id", id.toString())
                .bind("scope", scope.likePatterns())
                .map(StatementRow::read)
                .one();
    }

    /**
     * How far a branch and period has come.
     *
     * @param sequence of its last event
     * @param version of its last statement
     */
    public record Series(UnitCode unit, YearMonth period, long sequence, int version) {

        public Series nextVersion() {
            return new Series(unit, period, sequence, version + 1);
        }

        public Series nextEvent() {
            return new Series(unit, period, sequence + 1, version);
        }

        public StatementId statement() {
            return new StatementId(unit, period, version);
        }
    }
}
