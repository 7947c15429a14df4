package org.linli.partner.room.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.partner.room.BookingRules;
import org.linli.partner.room.application.BookRoom;
import org.linli.platform.request.QueryParameters;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.RequiredScope;
import org.linli.platform.security.Role;
import org.linli.platform.unit.Scope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

@RestController
@RequestMapping("/api/partner/rooms")
@Tag(name = "Rooms 场地")
class FreeTimesController {

    private static final int MOST_DAYS = 62;

    private final BookRoom book;

    FreeTimesController(BookRoom book) {
        this.book = book;
    }

    /** @param windows stretches into which a booking of so many minutes fits anywhere */
    @Schema(name = "Free")
    record FreeView(UUID roomId, LocalDate from, LocalDate to, int minutes, List<SlotView> windows) {}

    @GetMapping("/{id}/free")
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
            operationId = "findFreeSlots",
            summary = "List the free slots of a room 空闲时段",
            description =
                    "Days from and to, at most 62; a booking of so many minutes may begin on any quarter of an hour"
                            + " of a window that leaves it room. part= asks for parts instead of the whole room.")
    Mono<FreeView> free(
            @PathVariable UUID id,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(defaultValue = "60") int minutes,
            @RequestParam(required = false) @Nullable List<UUID> part) {
        check(from, to, minutes);
        return book.ground(id, Scope.everywhere())
                .flatMap(ground -> book.free(ground, part == null ? List.of() : part, from, to, minutes))
                .map(windows -> new FreeView(id, from, to, minutes, SlotView.of(windows)));
    }

    private static void check(LocalDate from, LocalDate to, int minutes) {
        QueryParameters.read(query -> {
            query.plannedDay("from", from);
            if (query.inOrder("from", from, "to", to, "a day") && ChronoUnit.DAYS.between(from, to) > MOST_DAYS) {
                query.add("to", "too far from from", "a day up to " + MOST_DAYS + " days later");
            }
            if (minutes < BookingRules.GRID_MINUTES || minutes > 24 * 60 || minutes % BookingRules.GRID_MINUTES != 0) {
                query.add("minutes", "not a length of ours", "15 to 1440, in steps of 15");
            }
            return query;
        });
    }
}
