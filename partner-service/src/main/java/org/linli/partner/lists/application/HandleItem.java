package org.linli.partner.lists.application;

import org.jspecify.annotations.Nullable;
import org.linli.partner.call.application.ActingFor;
import org.linli.partner.lists.Item;
import org.linli.partner.lists.ItemList;
import org.linli.partner.lists.ItemState;
import org.linli.partner.lists.ItemTerms;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.history.History;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Role;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

import java.util.UUID;

/**
 * Carries out commands on items: lock, decide, record. Runs inside the caller's transaction, which a refusal
 * rolls back.
 */
@Service
public class HandleItem {

    private static final Role[] WRITERS = {Role.BRANCH_HEAD, Role.BRANCH_CLERK};

    private final Items items;
    private final History steps;
    private final CheckItem check;

    HandleItem(Items items, History steps, CheckItem check) {
        this.items = items;
        this.steps = steps;
        this.check = check;
    }

    /** Empty where the caller has no right over the unit. */
    public Mono<Item> add(ItemList list, ItemTerms terms, Actor by) {
        if (!by.scope().covers(terms.unit())) {
            return Mono.empty();
        }
        ActingFor.check(by, terms.unit(), WRITERS);
        return check.complete(terms, by.scope())
                .flatMap(complete -> items.add(by.scope(), complete, by.subject()))
                .flatMap(id ->
                        steps.add(id, terms.unit(), "ADDED", by.subject(), null).thenReturn(id))
                .flatMap(id -> items.find(by.scope(), list, id));
    }

    /** Empty where the caller's scope holds no such item. */
    public Mono<Item> edit(ItemList list, UUID id, ItemTerms terms, ExpectedVersion expected, Actor by) {
        return locked(list, id, expected, by, WRITERS)
                .doOnNext(found -> stays(found, terms))
                .flatMap(found -> check.complete(terms, by.scope())
                        .map(complete -> next(found, complete, ItemState.Command.EDIT, null, null)))
                .flatMap(next -> record(list, next, ItemState.Command.EDIT, by));
    }

    /** Meets, drops or reopens it, by who decides for the unit. */
    public Mono<Item> move(
            ItemList list, UUID id, ItemState.Command command, String reason, ExpectedVersion expected, Actor by) {
        return locked(list, id, expected, by, Role.BRANCH_HEAD)
                .map(found -> next(found, found.terms(), command, reason, null))
                .flatMap(next -> record(list, next, command, by));
    }

    /** In the caller's transaction, after {@link #lockProject}. */
    Mono<Item> called(Item project, UUID call, Actor by) {
        Item next = next(project, project.terms(), ItemState.Command.CALL, null, call);
        return record(ItemList.PROJECTS, next, ItemState.Command.CALL, by);
    }

    /** A project that a call can be made of now. */
    Mono<Item> lockProject(UUID id, ExpectedVersion expected, Actor by) {
        return locked(ItemList.PROJECTS, id, expected, by, WRITERS)
                .doOnNext(found -> after(found, ItemState.Command.CALL));
    }

    private Mono<Item> locked(ItemList list, UUID id, ExpectedVersion expected, Actor by, Role... branchRoles) {
        return items.lock(by.scope(), list, id)
                .doOnNext(found -> ActingFor.check(by, found.terms().unit(), branchRoles))
                .doOnNext(found -> expected.check(found.version()));
    }

    private Mono<Item> record(ItemList list, Item next, ItemState.Command command, Actor by) {
        return items.save(by.scope(), next)
                .then(steps.add(next.id(), next.terms().unit(), command.name(), by.subject(), next.reason()))
                .then(items.find(by.scope(), list, next.id()));
    }

    private static Item next(
            Item found, ItemTerms terms, ItemState.Command command, @Nullable String reason, @Nullable UUID call) {
        return new Item(
                found.id(),
                terms,
                after(found, command),
                reason,
                call,
                found.version(),
                found.unitName(),
                found.createdBy(),
                found.createdAt());
    }

    private static ItemState after(Item found, ItemState.Command command) {
        return found.state()
                .after(command, found.terms().kind())
                .orElseThrow(() -> Problem.conflict("item-not-in-this-state", "That cannot be done with it now")
                        .detail("Its state is " + found.state() + ".")
                        .exception());
    }

    private static void stays(Item found, ItemTerms terms) {
        if (!found.terms().unit().equals(terms.unit())) {
            throw Problem.invalid("This never changes")
                    .field("unit", "not the item's", found.terms().unit().value())
                    .exception();
        }
        if (found.terms().kind() != terms.kind()) {
            throw Problem.invalid("This never changes")
                    .field("kind", "not the item's", found.terms().kind().name())
                    .exception();
        }
    }
}
