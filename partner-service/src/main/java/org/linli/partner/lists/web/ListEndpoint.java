package org.linli.partner.lists.web;

import org.jspecify.annotations.Nullable;
import org.linli.partner.history.HistoryStep;
import org.linli.partner.history.Steps;
import org.linli.partner.id.Ids;
import org.linli.partner.lists.Item;
import org.linli.partner.lists.ItemKind;
import org.linli.partner.lists.ItemList;
import org.linli.partner.lists.ItemState;
import org.linli.partner.lists.ItemTerms;
import org.linli.partner.lists.application.HandleItem;
import org.linli.partner.lists.application.ItemFilter;
import org.linli.partner.lists.application.Items;
import org.linli.partner.search.Search;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.idempotency.IdempotentCommands;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.Pages;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

/** What the three lists' controllers have in common; each says how its items look. */
@Component
class ListEndpoint {

    private final HandleItem handle;
    private final Items items;
    private final Steps steps;
    private final IdempotentCommands commands;

    ListEndpoint(HandleItem handle, Items items, Steps steps, IdempotentCommands commands) {
        this.handle = handle;
        this.items = items;
        this.steps = steps;
        this.commands = commands;
    }

    /** A list with the type of its views and the path that they are found under. */
    record ListDefinition<V>(ItemList list, String path, Class<V> type, BiFunction<Item, List<HistoryStep>, V> view) {

        ResponseEntity<V> answer(Item item) {
            return ExpectedVersion.answer(view.apply(item, List.of()), item.version());
        }

        ResponseEntity<V> created(Item item) {
            return ExpectedVersion.created(path + "/" + item.id(), view.apply(item, List.of()), item.version());
        }

        RuntimeException notFound() {
            return Problem.notFound(list.item()).exception();
        }
    }

    <V> Mono<ResponseEntity<V>> add(
            ListDefinition<V> shelf, Actor actor, CommandKey key, Object request, ItemTerms terms) {
        return commands.once(
                key,
                request,
                shelf.type(),
                () -> handle.add(shelf.list(), terms, actor)
                        .switchIfEmpty(Problem.missing("The unit"))
                        .map(shelf::created));
    }

    <V> Mono<ResponseEntity<V>> edit(
            ListDefinition<V> shelf, Actor actor, ExpectedVersion expected, String id, ItemTerms terms) {
        return handle.edit(shelf.list(), Ids.of(id, shelf.list().item()), terms, expected, actor)
                .switchIfEmpty(Mono.error(shelf::notFound))
                .map(shelf::answer);
    }

    /** A command with its reason. */
    record ItemCommand(
            ItemState.Command command, CommandKey key, ExpectedVersion expected, String id, ReasonRequest why) {}

    <V> Mono<ResponseEntity<V>> move(ListDefinition<V> shelf, Actor actor, ItemCommand move) {
        UUID item = Ids.of(move.id(), shelf.list().item());
        return commands.once(
                move.key(),
                move.why(),
                shelf.type(),
                () -> handle.move(shelf.list(), item, move.command(), move.why().text(), move.expected(), actor)
                        .switchIfEmpty(Mono.error(shelf::notFound))
                        .map(shelf::answer));
    }

    /** What a caller asks of a list. */
    record ListQuery(
            ServerHttpRequest http,
            PageRequest page,
            @Nullable String within,
            @Nullable ItemState state,
            String topic,
            @Nullable String q) {}

    <V> Mono<ResponseEntity<Page<V>>> list(
            ListDefinition<V> shelf, Actor actor, List<ItemKind> kinds, ListQuery asked) {
        PageRequest limited = asked.page();
        ItemFilter filter = new ItemFilter(
                kinds,
                asked.state() == null ? List.of(ItemState.values()) : List.of(asked.state()),
                asked.topic(),
                Search.of(asked.q()));
        return items.list(actor.scope().narrowedTo(asked.within()), filter, limited)
                .map(rows -> Ids.page(rows, limited, Item::id))
                .map(found -> Pages.answer(found.map(row -> shelf.view().apply(row, List.of())), asked.http()));
    }

    <V> Mono<ResponseEntity<V>> one(ListDefinition<V> shelf, Actor actor, String id) {
        UUID item = Ids.of(id, shelf.list().item());
        return items.find(actor.scope(), shelf.list(), item)
                .flatMap(found -> steps.of(actor.scope(), item)
                        .map(history -> ExpectedVersion.answer(shelf.view().apply(found, history), found.version())))
                .switchIfEmpty(Mono.error(shelf::notFound));
    }
}
