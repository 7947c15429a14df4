package org.linli.partner.lists.store;

import org.linli.partner.call.CooperationMode;
import org.linli.partner.lists.Item;
import org.linli.partner.lists.ItemKind;
import org.linli.partner.lists.ItemList;
import org.linli.partner.lists.ItemState;
import org.linli.partner.lists.ItemTerms;
import org.linli.partner.lists.application.ItemFilter;
import org.linli.partner.lists.application.Items;
import org.linli.partner.room.OpeningHours;
import org.linli.partner.search.Searchable;
import org.linli.platform.database.Columns;
import org.linli.platform.money.Yuan;
import org.linli.platform.paging.ListQuery;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.SortKey;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import static org.linli.platform.paging.SortColumn.id;

@Repository
class R2dbcItems implements Items {

    private static final int STREET = 9;
    private static final String SELECT =
            "SELECT " + ItemRow.COLUMNS + " FROM %s l LEFT JOIN unit u ON u.code = l.unit_code ";
    private static final String ONE =
            SELECT + " WHERE l.id = :id AND l.kind = ANY(:kinds) AND l.unit_code LIKE ANY(:scope)";

    private static final SortKey<Item> LATEST_FIRST = SortKey.descending(id("l.id", Item::id));

    private final DatabaseClient database;
    private final ItemRow rows;
    private final JsonMapper json;
    private final Clock clock;

    R2dbcItems(DatabaseClient database, ItemRow rows, JsonMapper json, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Mono<UUID> add(Scope scope, ItemTerms terms, String by) {
        var insert = database.sql("""
                        INSERT INTO list_item (unit_code, kind, title, detail, topics, for_whom, quantity, money, times,
                            modes, line, evidence, needs, resources, created_by, created_at, search_text,
                            search_initials, grams)
                        SELECT :unit, :kind, :title, :detail, :topics, :forWhom, :quantity::int, :money::bigint, :times,
                            :modes, :line, :evidence::jsonb, :needs::uuid[], :resources::uuid[], :by, :at, :text,
                            :initials, :grams
                         WHERE :unit LIKE ANY(:scope)
                        RETURNING id
                        """)
                .bind("unit", terms.unit().value())
                .bind("kind", terms.kind().name())
                .bind("by", by)
                .bind("at", clock.instant())
                .bind("scope", scope.likePatterns());
        return bind(insert, terms).mapValue(UUID.class).one();
    }

    @Override
    public Mono<Item> find(Scope scope, ItemList list, UUID id) {
        return one(ONE.formatted("listed"), scope, list, id);
    }

    @Override
    public Mono<Item> lock(Scope scope, ItemList list, UUID id) {
        return one(ONE.formatted("list_item") + " FOR UPDATE OF l", scope, list, id);
    }

    private Mono<Item> one(String sql, Scope scope, ItemList list, UUID id) {
        return database.sql(sql)
                .bind("id", id)
                .bind("kinds", Columns.texts(list.kinds(), ItemKind::name))
                .bind("scope", scope.likePatterns())
                .map(rows::read)
                .one();
    }

    @Override
    public Mono<Void> save(Scope scope, Item next) {
        var update = database.sql("""
                        UPDATE list_item
                           SET title = :title, detail = :detail, topics = :topics, for_whom = :forWhom,
                               quantity = :quantity, money = :money, times = :times, modes = :modes, line = :line,
                               evidence = :evidence::jsonb, needs = :needs, resources = :resources, state = :state,
                               reason = :reason, call_id = :call, version = version + 1, search_text = :text,
                               search_initials = :initials, grams = :grams
                         WHERE id = :id AND unit_code LIKE ANY(:scope)
                        """)
                .bind("state", next.state().name())
                .bind("reason", Columns.orNull(next.reason(), String.class))
                .bind("call", Columns.orNull(next.call(), UUID.class))
                .bind("id", next.id())
                .bind("scope", scope.likePatterns());
        return bind(update, next.terms()).then();
    }

    private GenericExecuteSpec bind(GenericExecuteSpec statement, ItemTerms terms) {
        Searchable found = Searchable.of(
                terms.title(),
                Objects.requireNonNullElse(terms.detail(), ""),
                String.join(" ", terms.topics()),
                Objects.requireNonNullElse(terms.forWhom(), ""));
        return statement
                .bind("title", terms.title())
                .bind("detail", Columns.orNull(terms.detail(), String.class))
                .bind("topics", terms.topics().toArray(String[]::new))
                .bind("forWhom", Columns.orNull(terms.forWhom(), String.class))
                .bind("quantity", Columns.orNull(terms.quantity(), Integer.class))
                .bind("money", Columns.orNull(terms.money() == null ? null : Yuan.fen(terms.money()), Long.class))
                .bind("times", Columns.texts(terms.times().openings(), OpeningHours.Opening::text))
                .bind("modes", Columns.texts(terms.modes(), CooperationMode::name))
                .bind("line", Columns.orNull(terms.line(), String.class))
                .bind(
                        "evidence",
                        Columns.orNull(
                                terms.evidence() == null ? null : json.writeValueAsString(terms.evidence()),
                                String.class))
                .bind("needs", terms.needs().toArray(UUID[]::new))
                .bind("resources", terms.resources().toArray(UUID[]::new))
                .bind("text", found.text())
                .bind("initials", found.initials())
                .bind("grams", found.grams().toArray(String[]::new));
    }

    @Override
    public Mono<Page<Item>> page(Scope scope, ItemFilter filter, PageRequest page) {
        ListQuery items = ListQuery.of(SELECT.formatted("listed")
                        + " WHERE l.unit_code LIKE ANY(:scope) AND l.kind = ANY(:kinds) AND l.state = ANY(:states)")
                .bind("scope", scope)
                .bind("kinds", Columns.texts(filter.kinds(), ItemKind::name))
                .bind("states", Columns.texts(filter.states(), ItemState::name))
                .filter(":topic = ANY(l.topics)", filter.topic());
        return filter.search().narrow(items, "l").page(database, page, LATEST_FIRST, rows::read);
    }

    @Override
    public Mono<List<Item>> named(Scope scope, UnitCode unit, List<ItemKind> kinds, List<UUID> ids) {
        String code = unit.value();
        return database.sql(SELECT.formatted("listed") + """
                         WHERE l.id = ANY(:ids) AND l.kind = ANY(:kinds)
                           AND (l.unit_code LIKE ANY(:scope) OR l.kind = 'ROOM' AND l.unit_code LIKE :street)
                         ORDER BY l.id
                        """)
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("kinds", Columns.texts(kinds, ItemKind::name))
                .bind("scope", scope.likePatterns())
                .bind("street", code.substring(0, Math.min(STREET, code.length())) + "%")
                .map(rows::read)
                .all()
                .collectList();
    }
}
