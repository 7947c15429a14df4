package org.linli.company.statement.store;

import org.linli.company.statement.Statement;
import org.linli.company.statement.StatementId;
import org.linli.company.statement.store.StatementHistory.Step;
import org.linli.company.statement.store.Statements.Series;
import org.linli.platform.database.Columns;
import org.linli.platform.money.Yuan;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.Instant;

/**
 * Writes what a command led to, under the lock of the series and in one statement each: the state, the step in the
 * history, how far the series has come. Returned is the row as it is now.
 */
@Repository
public class StatementChanges {

    private static final String DRAFT = """
            WITH drafted AS (
                INSERT INTO revenue_statement (id, unit_code, period, version, state, supersedes, created_by)
                VALUES (:id, :unit, :period, :version, 'DRAFT', :supersedes, :actor)
                RETURNING *),
            counted AS (UPDATE statement_series SET version = :version WHERE unit_code = :unit AND period = :period),
            told AS (
                INSERT INTO statement_history (statement_id, action, actor, at, reasons)
                SELECT id, :action, :actor, :at, :reasons FROM drafted)
            """ + "SELECT " + StatementRow.COLUMNS + " FROM drafted";

    /** Counting what is superseded makes that come first: of a branch and period no two are accepted at any time. */
    private static final String CHANGE = """
            WITH superseded AS (
                UPDATE revenue_statement SET state = 'SUPERSEDED', revision = revision + 1 WHERE id = :superseded
                RETURNING id),
            changed AS (
                UPDATE revenue_statement s SET state = :state, revision = revision + 1 %s
                 WHERE id = :id AND (SELECT count(*) FROM superseded) >= 0
                RETURNING *),
            counted AS (UPDATE statement_series SET sequence = :sequence WHERE unit_code = :unit AND period = :period),
            told AS (
                INSERT INTO statement_history (statement_id, action, actor, at, reasons)
                SELECT id, 'SUPERSEDED', :actor, :at, '{}' FROM superseded
                UNION ALL
                SELECT id, :action, :actor, :at, :reasons FROM changed)
            """ + "SELECT " + StatementRow.COLUMNS + " FROM changed";

    private static final String SUBMITTED = CHANGE.formatted("""
            , gross = :gross, tax = :tax, direct_cost = :cost, entries = :entries, submitted_by = :by, submitted_at = :on,
            reasons = '{}', decided_by = NULL, decided_at = NULL""");
    private static final String RETURNED = CHANGE.formatted(", decided_by = :by, decided_at = :on, reasons = :reasons");
    /** With the class that the branch has now. */
    private static final String ACCEPTED = CHANGE.formatted("""
            , decided_by = :by, decided_at = :on, reasons = '{}',
            unit_class = (SELECT u.unit_class FROM unit u WHERE u.code = s.unit_code)""");

    private static final String MOVED = CHANGE.formatted("");

    private final DatabaseClient database;

    StatementChanges(DatabaseClient database) {
        this.database = database;
    }

    /** Adds the statement that the series' version names. */
    public Mono<StatementRow> draft(Series series, Statement.Draft draft, Step step) {
        StatementId before = draft.supersedes();
        return change(database.sql(DRAFT), draft.id(), step)
                .bind("version", series.version())
                .bind("supersedes", Columns.orNull(before == null ? null : before.toString(), String.class))
                .map(StatementRow::read)
                .one();
    }

    /** Writes the state; a statement that is accepted supersedes the one that it corrects. */
    public Mono<StatementRow> save(Series series, Statement next, Step step) {
        StatementId before = next instanceof Statement.Accepted accepted ? accepted.supersedes() : null;
        return change(state(next), next.id(), step)
                .bind("state", next.state())
                .bind("sequence", series.sequence())
                .bind("superseded", Columns.orNull(before == null ? null : before.toString(), String.class))
                .map(StatementRow::read)
                .one();
    }

    private static GenericExecuteSpec change(GenericExecuteSpec statement, StatementId id, Step step) {
        return statement
                .bind("id", id.toString())
                .bind("unit", id.unit().value())
                .bind("period", id.period().toString())
                .bind("action", step.action())
                .bind("actor", step.actor())
                .bind("at", step.at())
                .bind("reasons", step.reasons().toArray(String[]::new));
    }

    private GenericExecuteSpec state(Statement next) {
        return switch (next) {
            case Statement.Draft _, Statement.Discarded _, Statement.Superseded _ -> database.sql(MOVED);
            case Statement.Submitted submitted -> submitted(submitted);
            case Statement.Returned returned -> by(RETURNED, returned.returnedBy(), returned.returnedAt());
            case Statement.Accepted accepted -> by(ACCEPTED, accepted.acceptedBy(), accepted.acceptedAt());
        };
    }

    private GenericExecuteSpec submitted(Statement.Submitted submitted) {
        return by(SUBMITTED, submitted.submittedBy(), submitted.submittedAt())
                .bind("gross", Yuan.fen(submitted.totals().gross()))
                .bind("tax", Yuan.fen(submitted.totals().tax()))
                .bind("cost", Yuan.fen(submitted.totals().directCost()))
                .bind("entries", submitted.totals().entries());
    }

    private GenericExecuteSpec by(String sql, String subject, Instant at) {
        return database.sql(sql).bind("by", subject).bind("on", at);
    }
}
