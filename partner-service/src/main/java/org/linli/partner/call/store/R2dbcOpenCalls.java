package org.linli.partner.call.store;

import org.jspecify.annotations.Nullable;
import org.linli.partner.call.CallTerms;
import org.linli.partner.call.CooperationMode;
import org.linli.partner.call.OpenCall;
import org.linli.partner.call.application.CallFilter;
import org.linli.partner.call.application.OpenCalls;
import org.linli.partner.call.application.StoredCall;
import org.linli.partner.search.Searchable;
import org.linli.platform.database.Columns;
import org.linli.platform.paging.ListQuery;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.SortKey;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import static org.linli.platform.paging.SortColumn.id;

@Repository
class R2dbcOpenCalls implements OpenCalls {

    private static final String FROM = " FROM open_call c LEFT JOIN unit u ON u.code = c.unit_code ";
    private static final String ONE =
            "SELECT " + CallRow.COLUMNS + FROM + " WHERE c.id = :id AND c.unit_code LIKE ANY(:scope) ";

    private static final SortKey<StoredCall> LATEST_FIRST =
            SortKey.descending(id("c.id", row -> row.call().id()));

    private final DatabaseClient database;
    private final CallRow rows;
    private final JsonMapper json;

    R2dbcOpenCalls(DatabaseClient database, CallRow rows, JsonMapper json) {
        this.database = database;
        this.rows = rows;
        this.json = json;
    }

    @Override
    public Mono<StoredCall> add(Scope scope, CallTerms terms, String by, Instant at) {
        var insert = database.sql("""
                        INSERT INTO open_call (unit_code, title, seeking, modes, line, conditions, deadline, criteria,
                            documents, state, created_by, created_at, search_text, search_initials, grams)
                        SELECT :unit, :title, :seeking, :modes, :line, :conditions, :deadline, :criteria::jsonb,
                            :documents::jsonb, 'DRAFT', :by, :at, :text, :initials, :grams
                         WHERE :unit LIKE ANY(:scope)
                        RETURNING id
                        """)
                .bind("unit", terms.unit().value())
                .bind("by", by)
                .bind("at", at)
                .bind("scope", scope.likePatterns());
        return bind(insert, terms).mapValue(UUID.class).one().flatMap(id -> find(scope, id));
    }

    @Override
    public Mono<StoredCall> find(Scope scope, UUID id) {
        return one(ONE, scope, id);
    }

    @Override
    public Mono<StoredCall> lock(Scope scope, UUID id) {
        return one(ONE + "FOR UPDATE OF c", scope, id);
    }

    private Mono<StoredCall> one(String sql, Scope scope, UUID id) {
        return database.sql(sql)
                .bind("id", id)
                .bind("scope", scope.likePatterns())
                .map(rows::read)
                .one();
    }

    @Override
    public Mono<Void> save(Scope scope, OpenCall next, long version, long sequence) {
        var update = database.sql("""
                        UPDATE open_call
                           SET title = :title, seeking = :seeking, modes = :modes, line = :line,
                               conditions = :conditions, deadline = :deadline, criteria = :criteria::jsonb,
                               documents = :documents::jsonb, state = :state, reason = :reason, version = :version,
                               sequence = :sequence, published_at = :publishedAt, closed_at = :closedAt,
                               search_text = :text, search_initials = :initials, grams = :grams
                         WHERE id = :id AND unit_code LIKE ANY(:scope)
                        """)
                .bind("state", next.storedState())
                .bind("reason", Columns.orNull(next instanceof OpenCall.Cancelled c ? c.reason() : null, String.class))
                .bind("version", version)
                .bind("sequence", sequence)
                .bind("publishedAt", Columns.orNull(publishedAt(next), Instant.class))
                .bind(
                        "closedAt",
                        Columns.orNull(next instanceof OpenCall.Closed c ? c.closedAt() : null, Instant.class))
                .bind("id", next.id())
                .bind("scope", scope.likePatterns());
        return bind(update, next.terms()).then();
    }

    private GenericExecuteSpec bind(GenericExecuteSpec statement, CallTerms terms) {
        Searchable found =
                Searchable.of(terms.title(), terms.seeking(), Objects.requireNonNullElse(terms.conditions(), ""));
        return statement
                .bind("title", terms.title())
                .bind("seeking", terms.seeking())
                .bind("modes", names(terms.modes()))
                .bind("line", terms.line())
                .bind("conditions", Columns.orNull(terms.conditions(), String.class))
                .bind("deadline", terms.deadline())
                .bind("criteria", json.writeValueAsString(terms.criteria()))
                .bind("documents", json.writeValueAsString(terms.documents()))
                .bind("text", found.text())
                .bind("initials", found.initials())
                .bind("grams", found.grams().toArray(String[]::new));
    }

    @Override
    public Mono<Page<StoredCall>> page(Scope scope, CallFilter filter, PageRequest page, Instant at) {
        ListQuery calls = ListQuery.of("SELECT " + CallRow.COLUMNS + FROM + """
                         WHERE c.unit_code LIKE ANY(:scope)
                           AND CASE WHEN c.state = 'PUBLISHED' AND c.deadline <= :at THEN 'CLOSED' ELSE c.state END
                               = ANY(:states)
                        """)
                .bind("scope", scope)
                .bind("at", at)
                .bind("states", filter.states().toArray(String[]::new))
                .filter("c.line = :line", filter.line())
                .filter(":mode = ANY(c.modes)", filter.mode());
        return filter.search().narrow(calls, "c").page(database, page, LATEST_FIRST, rows::read);
    }

    @Override
    public Mono<List<UUID>> due(Scope scope, Instant at, int limit) {
        return database.sql("""
                        SELECT id FROM open_call
                         WHERE state = 'PUBLISHED' AND deadline <= :at AND unit_code LIKE ANY(:scope)
                         ORDER BY deadline LIMIT :limit
                        """)
                .bind("at", at)
                .bind("scope", scope.likePatterns())
                .bind("limit", limit)
                .mapValue(UUID.class)
                .all()
                .collectList();
    }

    private static @Nullable Instant publishedAt(OpenCall call) {
        return switch (call) {
            case OpenCall.Draft _ -> null;
            case OpenCall.Published published -> published.publishedAt();
            case OpenCall.Closed closed -> closed.publishedAt();
            case OpenCall.Cancelled cancelled -> cancelled.publishedAt();
        };
    }

    private static String[] names(List<CooperationMode> modes) {
        return modes.stream().map(CooperationMode::name).toArray(String[]::new);
    }
}
