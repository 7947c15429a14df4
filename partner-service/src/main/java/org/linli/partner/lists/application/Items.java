package org.linli.partner.lists.application;

import org.linli.partner.lists.Item;
import org.linli.partner.lists.ItemKind;
import org.linli.partner.lists.ItemList;
import org.linli.partner.lists.ItemTerms;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;

/** All items of the three lists. */
public interface Items {

    /** Empty where the unit lies outside the scope. */
    Mono<UUID> add(Scope scope, ItemTerms terms, String by);

    Mono<Item> find(Scope scope, ItemList list, UUID id);

    /** The same, locked until the transaction ends; never a room. */
    Mono<Item> lock(Scope scope, ItemList list, UUID id);

    /** Writes what a command led to, and counts it. */
    Mono<Void> save(Scope scope, Item next);

    /** The latest first. */
    Mono<Page<Item>> page(Scope scope, ItemFilter filter, PageRequest page);

    /** Those of the ids that stand on a list of the scope, and rooms of the unit's street. */
    Mono<List<Item>> named(Scope scope, UnitCode unit, List<ItemKind> kinds, List<UUID> ids);
}
