package org.linli.company.consolidation.store;

import org.linli.company.consolidation.Progress;
import org.linli.platform.database.Columns;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Collection;
import java.util.SortedMap;

/** How many accepted versions each scope has taken in, and when the last one was. */
@Repository
public class ProgressMarks {

    private static final String ADD = """
            INSERT INTO hq_progress AS p (scope, accepted_statements, last_accepted_at, last_applied_at)
            SELECT d.scope, d.accepted, d.at::timestamptz, :applied_at::timestamptz
              FROM unnest(:key::text[], :accepted::bigint[], :at::text[]) AS d(scope, accepted, at)
             WHERE d.scope LIKE ANY(:rights)
            ON CONFLICT (scope) DO UPDATE
               SET accepted_statements = p.accepted_statements + EXCLUDED.accepted_statements,
                   last_accepted_at = greatest(p.last_accepted_at, EXCLUDED.last_accepted_at),
                   last_applied_at = greatest(p.last_applied_at, EXCLUDED.last_applied_at)
            """;

    private static final String OF = """
            SELECT accepted_statements, last_accepted_at, last_applied_at
              FROM hq_progress WHERE scope = :key AND scope LIKE ANY(:rights)
            """;

    private final DatabaseClient database;

    ProgressMarks(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> add(Scope rights, SortedMap<UnitCode, Progress> progress, Instant appliedAt) {
        Collection<Progress> marks = progress.values();
        return database.sql(ADD)
                .bind("key", Columns.texts(progress.keySet(), UnitCode::value))
                .bind("accepted", Columns.numbers(marks, Progress::acceptedStatements))
                .bind("at", Columns.texts(marks, Progress::lastAcceptedAt))
                .bind("applied_at", appliedAt)
                .bind("rights", rights.likePatterns())
                .then();
    }

    /** The mark of a scope, empty where nothing has come in yet. */
    public Mono<Mark> of(Scope rights, UnitCode scope) {
        return database.sql(OF)
                .bind("key", scope.value())
                .bind("rights", rights.likePatterns())
                .map(row -> new Mark(
                        new Progress(Columns.number(row, "accepted_statements"), Columns.time(row, "last_accepted_at")),
                        Columns.time(row, "last_applied_at")))
                .one();
    }

    /** Progress of a scope and when its last batch was applied. */
    public record Mark(Progress progress, Instant appliedAt) {}
}
