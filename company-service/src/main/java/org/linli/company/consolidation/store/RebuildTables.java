package org.linli.company.consolidation.store;

import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;

/** Empties the consolidation for a rebuild and compares it afterwards with what it was. Names of units stay. */
@Repository
public class RebuildTables {

    private static final List<String> KEEP_AND_CLEAR = List.of(
            """
            CREATE TEMPORARY TABLE hq_before ON COMMIT DROP AS SELECT * FROM hq_rebuilt WHERE scope LIKE ANY(:rights)
            """,
            "DELETE FROM hq_line_cell WHERE scope LIKE ANY(:rights)",
            "DELETE FROM hq_branch_cell WHERE scope LIKE ANY(:rights)",
            "DELETE FROM hq_partner_cell WHERE scope LIKE ANY(:rights)",
            "DELETE FROM hq_statement_line WHERE unit LIKE ANY(:rights)",
            "DELETE FROM hq_statement WHERE unit LIKE ANY(:rights)",
            "DELETE FROM hq_progress WHERE scope LIKE ANY(:rights)");

    private static final String COMPARE = """
            SELECT count(*)
              FROM hq_before b
              FULL JOIN (SELECT * FROM hq_rebuilt WHERE scope LIKE ANY(:rights)) n USING (kind, scope, period, item)
             WHERE (b.gross, b.tax, b.direct_cost, b.entries,
                    b.eliminated_gross, b.eliminated_tax, b.eliminated_direct_cost, b.eliminated_entries)
                   IS DISTINCT FROM
                   (n.gross, n.tax, n.direct_cost, n.entries,
                    n.eliminated_gross, n.eliminated_tax, n.eliminated_direct_cost, n.eliminated_entries)
            """;

    private final DatabaseClient database;

    RebuildTables(DatabaseClient database) {
        this.database = database;
    }

    /** Remembers what there is until the transaction ends, then empties it. */
    public Mono<Void> clear(Scope rights) {
        return Flux.fromIterable(KEEP_AND_CLEAR)
                .concatMap(sql ->
                        database.sql(sql).bind("rights", rights.likePatterns()).then())
                .then();
    }

    /** How many rows are not what they were, in the same transaction as {@link #clear} and after the replay. */
    public Mono<Long> compare(Scope rights) {
        return count(COMPARE, rights);
    }

    /** How many cells there are. */
    public Mono<Long> cells(Scope rights) {
        return count("SELECT count(*) FROM hq_rebuilt WHERE kind <> 'STATEMENT' AND scope LIKE ANY(:rights)", rights);
    }

    private Mono<Long> count(String sql, Scope rights) {
        return database.sql(sql)
                .bind("rights", rights.likePatterns())
                .mapValue(Long.class)
                .one();
    }
}
