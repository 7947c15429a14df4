package org.linli.partner.room.application;

import org.linli.partner.room.Room;
import org.linli.partner.room.store.Rooms;
import org.linli.partner.search.Search;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.problem.Problem;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;

/** Sets rooms up and changes their terms; what is booked stays as it was booked. */
@Service
public class SetUpRooms {

    private final Rooms rooms;

    SetUpRooms(Rooms rooms) {
        this.rooms = rooms;
    }

    /** A room with the name of its unit. */
    public record NamedRoom(Room room, String unitName) {}

    /** Inside the caller's transaction. @param parts names; none for a room that is not divided */
    public Mono<NamedRoom> add(UnitCode unit, Room.Terms terms, List<String> parts, String by) {
        return rooms.add(unit, terms, parts.isEmpty() ? List.of(terms.name()) : parts, by)
                .switchIfEmpty(Mono.error(SetUpRooms::nameTaken))
                .flatMap(id -> one(id, Scope.of(unit.value())));
    }

    /** Inside the caller's transaction. */
    public Mono<NamedRoom> change(UUID id, Room.Terms terms, Scope scope, ExpectedVersion expected) {
        return rooms.lock(id, scope)
                .switchIfEmpty(Mono.error(SetUpRooms::notFound))
                .doOnNext(expected::check)
                .flatMap(version -> rooms.change(id, terms, scope))
                .flatMap(done -> done ? one(id, scope) : Mono.error(SetUpRooms::nameTaken));
    }

    public Mono<NamedRoom> one(UUID id, Scope scope) {
        return rooms.find(id, scope).map(SetUpRooms::named).switchIfEmpty(Mono.error(SetUpRooms::notFound));
    }

    public Mono<Page<NamedRoom>> page(Scope scope, Search search, int capacity, PageRequest page) {
        return rooms.page(scope, search, capacity, page).map(found -> found.map(SetUpRooms::named));
    }

    private static NamedRoom named(Rooms.Named found) {
        return new NamedRoom(found.room(), found.unitName());
    }

    private static RuntimeException notFound() {
        return Problem.notFound("The room").exception();
    }

    private static RuntimeException nameTaken() {
        return Problem.conflict("room-exists", "The branch has a room of that name")
                .exception();
    }
}
