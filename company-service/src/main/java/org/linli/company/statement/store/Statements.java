package org.linli.company.statement.store;

import org.linli.company.statement.Statement;
import org.linli.company.statement.StatementId;
import org.linli.platform.database.Columns;
import org.linli.platform.money.Yuan;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/** Writes statements, under the lock of their series. */
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
                .then(database.sql("""
                                SELECT sequence, version FROM statement_series
                                WHERE unit_code = :unit AND period = :period FOR UPDATE
                                """)
                        .bind("unit", unit.value())
                        .bind("period", period.toString())
                        .map(row -> new Series(
                                unit, period, Columns.number(row, "sequence"), Columns.integer(row, "version")))
                        .one());
    }

    /** Keeps how far the series has come. */
    public Mono<Void> save(Series series) {
        return database.sql("""
                        UPDATE statement_series SET sequence = :sequence, version = :version
                        WHERE unit_code = :unit AND period = :period
                        """)
                .bind("sequence", series.sequence())
                .bind("version", series.version())
                .bind("unit", series.unit().value())
                .bind("period", series.period().toString())
                .then();
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

    public Mono<Void> add(Statement.Draft draft, String by) {
        var statement = database.sql("""
                        INSERT INTO revenue_statement (id, unit_code, period, version, state, supersedes, created_by)
                        VALUES (:id, :unit, :period, :version, 'DRAFT', :supersedes, :by)
                        """)
                .bind("id", draft.id().toString())
                .bind("unit", draft.id().unit().value())
                .bind("period", draft.id().period().toString())
                .bind("version", draft.id().version())
                .bind("by", by);
        StatementId supersedes = draft.supersedes();
        return (supersedes == null
                        ? statement.bindNull("supersedes", String.class)
                        : statement.bind("supersedes", supersedes.toString()))
                .then();
    }

    /** Writes the state that a command led to. */
    public Mono<Void> save(Statement statement) {
        return switch (statement) {
            case Statement.Draft _, Statement.Discarded _, Statement.Superseded _ -> state(statement);
            case Statement.Submitted submitted -> submitted(submitted);
            case Statement.Returned returned ->
                decided(returned, returned.returnedBy(), returned.returnedAt(), returned.reasons());
            case Statement.Accepted accepted ->
                decided(accepted, accepted.acceptedBy(), accepted.acceptedAt(), List.of());
        };
    }

    /** Freezes the class that the branch has now into the statement. @return it, empty for a branch without */
    public Mono<String> freezeClass(StatementId id) {
        return database.sql("""
                        UPDATE revenue_statement s SET unit_class = u.unit_class
                        FROM unit u WHERE s.id = :id AND u.code = s.unit_code
                        RETURNING coalesce(u.unit_class, '')
                        """)
                .bind("id", id.toString())
                .mapValue(String.class)
                .one();
    }

    private Mono<Void> state(Statement statement) {
        return database.sql("UPDATE revenue_statement SET state = :state, revision = revision + 1 WHERE id = :id")
                .bind("state", statement.state())
                .bind("id", statement.id().toString())
                .then();
    }

    private Mono<Void> submitted(Statement.Submitted submitted) {
        return database.sql("""
                        UPDATE revenue_statement
                        SET state = 'SUBMITTED', gross = :gross, tax = :tax, direct_cost = :cost, entries = :entries,
                            submitted_by = :by, submitted_at = :at, reasons = '{}', decided_by = NULL, decided_at = NULL,
                            revision = revision + 1
                        WHERE id = :id
                        """)
                .bind("gross", Yuan.fen(submitted.totals().gross()))
                .bind("tax", Yuan.fen(submitted.totals().tax()))
                .bind("cost", Yuan.fen(submitted.totals().directCost()))
                .bind("entries", submitted.totals().entries())
                .bind("by", submitted.submittedBy())
                .bind("at", submitted.submittedAt())
                .bind("id", submitted.id().toString())
                .then();
    }

    private Mono<Void> decided(Statement statement, String by, Instant at, List<String> reasons) {
        return database.sql("""
                        UPDATE revenue_statement
                        SET state = :state, decided_by = :by, decided_at = :at, reasons = :reasons,
                            revision = revision + 1
                        WHERE id = :id
                        """)
                .bind("state", statement.state())
                .bind("by", by)
                .bind("at", at)
                .bind("reasons", reasons.toArray(String[]::new))
                .bind("id", statement.id().toString())
                .then();
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
