package org.linli.partner.room.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.linli.partner.room.RoomName;
import org.linli.partner.room.application.SetUpRooms;
import org.linli.partner.search.Search;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.openapi.Creates;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.RequiredScope;
import org.linli.platform.security.Role;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;

@RestController
@RequestMapping("/api/partner/rooms")
@Tag(name = "Rooms 场地", description = "A branch's rooms; what there is, and when it is open, everybody may know")
class RoomController {

    private final SetUpRooms rooms;
    private final CommandEndpoint<SetUpRooms.NamedRoom, RoomView> endpoint;

    RoomController(SetUpRooms rooms, CommandEndpoints commands) {
        this.rooms = rooms;
        this.endpoint = commands.of("The room", RoomView.class, RoomView::of)
                .at("/api/partner/rooms", RoomView::id)
                .versioned(RoomView::version);
    }

    @PostMapping
    @Creates
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK})
    @Operation(
            operationId = "addRoom",
            summary = "Add a room 登记场地",
            description = "With its parts, opening hours, gaps between bookings and closed days.")
    Mono<ResponseEntity<RoomView>> add(Actor actor, CommandKey key, @Valid @RequestBody RoomRequest request) {
        RoomRequest.Stated room = request.read();
        UnitCode unit = actor.covered(room.unit().value());
        return endpoint.create(
                key, request, () -> rooms.add(unit, room.terms(), room.parts(), actor.subject()));
    }

    @PutMapping("/{id}")
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK})
    @Operation(
            operationId = "changeRoom",
            summary = "Update a room 变更场地",
            description = "All but its unit and parts. What is booked already stays as it was booked.")
    Mono<ResponseEntity<RoomView>> change(
            Actor actor, ExpectedVersion expected, @PathVariable UUID id, @Valid @RequestBody RoomRequest request) {
        return endpoint.replace(() -> rooms.one(id, actor.scope())
                .map(now -> unchanged(now, request.read()))
                .flatMap(room -> rooms.change(id, room.terms(), actor.scope(), expected)));
    }

    @GetMapping
    @Allowed({
        Role.CITY,
        Role.HQ,
        Role.BRANCH_HEAD,
        Role.BRANCH_CLERK,
        Role.PARTNER,
        Role.SEEKER,
        Role.RESIDENT,
        Role.AUDITOR
    })
    @RequiredScope("rooms:read")
    @Operation(
            operationId = "listRooms",
            summary = "List rooms 场地列表",
            description =
                    "Of all branches; within= narrows to a subtree, q= to words or pinyin initials of a name, place or"
                            + " equipment, capacity= to larger ones.")
    Mono<ResponseEntity<Page<RoomView>>> list(
            PageRequest page,
            @RequestParam(required = false) @Nullable String within,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "1") int capacity) {
        return rooms.page(Scope.everywhere().narrowedTo(within), Search.of(q), capacity, page)
                .map(found -> page.answer(found, RoomView::of));
    }

    @GetMapping("/{id}")
    @Allowed({
        Role.CITY,
        Role.HQ,
        Role.BRANCH_HEAD,
        Role.BRANCH_CLERK,
        Role.PARTNER,
        Role.SEEKER,
        Role.RESIDENT,
        Role.AUDITOR
    })
    @RequiredScope("rooms:read")
    @Operation(operationId = "getRoom", summary = "Get a room 场地详情")
    Mono<ResponseEntity<RoomView>> get(@PathVariable UUID id) {
        return rooms.one(id, Scope.everywhere())
                .map(RoomView::of)
                .map(view -> ExpectedVersion.answer(view, view.version()));
    }

    private static RoomRequest.Stated unchanged(SetUpRooms.NamedRoom now, RoomRequest.Stated room) {
        Problem problem = Problem.invalid("This never changes");
        if (!room.unit().equals(now.room().unit())) {
            throw problem.field("unit", "not the room's", now.room().unit().value())
                    .exception();
        }
        List<String> names = now.room().parts().stream()
                .map(part -> RoomName.of(part.name()))
                .toList();
        if (!room.parts().isEmpty() && !room.parts().equals(names)) {
            throw problem.field("parts", "not the room's", "left out, or " + names)
                    .exception();
        }
        return room;
    }
}
