package org.linli.partner.lists.web;

import org.jspecify.annotations.Nullable;
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
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.history.History;
import org.linli.platform.history.HistoryStep;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.springframework.http.ResponseEntity;
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
    private final History steps;

    ListEndpoint(HandleItem handle, Items items, History steps) {
        this.handle = handle;
        this.items = items;
        this.steps = steps;
    }

    /** A list with how its items look, and its commands. */
    record ListDefinition<V>(
            ItemList list, BiFunction<Item, List<HistoryStep>, V> view, CommandEndpoint<Item, V> commands) {

        RuntimeException notFound() {
            return Problem.notFound(list.item()).exception();
        }
    }

    <V> Mono<ResponseEntity<V>> add(
            ListDefinition<V> shelf, Actor actor, CommandKey key, Object request, ItemTerms terms) {
        return shelf.commands()
                .create(
                        key,
                        request,
                        () -> handle.add(shelf.list(), terms, actor).switchIfEmpty(Problem.missing("The unit")));
    }

    <V> Mono<ResponseEntity<V>> edit(
            ListDefinition<V> shelf, Actor actor, ExpectedVersion expected, String id, ItemTerms terms) {
        UUID item = Ids.of(id, shelf.list().item());
        return shelf.commands().replace(() -> handle.edit(shelf.list(), item, terms, expected, actor));
    }

    /** A command with its reason. */
    record ItemCommand(
            ItemState.Command command, CommandKey key, ExpectedVersion expected, String id, ReasonRequest why) {}

    <V> Mono<ResponseEntity<V>> move(ListDefinition<V> shelf, Actor actor, ItemCommand move) {
        UUID item = Ids.of(move.id(), shelf.list().item());
        return shelf.commands()
                .change(
                        move.key(),
                        move.why(),
                        () -> handle.move(
                                shelf.list(), item, move.command(), move.why().text(), move.expected(), actor));
    }

    /** What a caller asks of a list. */
    record ListParameters(
            PageRequest page,
            @Nullable String within,
            @Nullable ItemState state,
            String topic,
            @Nullable String q) {}

    <V> Mono<ResponseEntity<Page<V>>> list(
            ListDefinition<V> shelf, Actor actor, List<ItemKind> kinds, ListParameters asked) {
        ItemFilter filter = new ItemFilter(
                kinds,
                asked.state() == null ? List.of(ItemState.values()) : List.of(asked.state()),
                asked.topic(),
                Search.of(asked.q()));
        return items.page(actor.scope().narrowedTo(asked.within()), filter, asked.page())
                .map(found -> asked.page().answer(found, row -> shelf.view().apply(row, List.of())));
    }

    <V> Mono<ResponseEntity<V>> one(ListDefinition<V> shelf, Actor actor, String id) {
        UUID item = Ids.of(id, shelf.list().item());
        return items.find(actor.scope(), shelf.list(), item)
                .flatMap(found -> steps.of(actor.scope(), item)
                        .map(history -> ExpectedVersion.answer(shelf.view().apply(found, history), found.version())))
                .switchIfEmpty(Mono.error(shelf::notFound));
    }
}
