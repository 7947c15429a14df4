package org.linli.partner.room.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.partner.partner.Partners;
import org.linli.partner.room.application.CancelBooking;
import org.linli.partner.room.application.ReadBookings;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.AllowedStaffAndPartners;
import org.linli.platform.security.RequiredScope;
import org.linli.platform.security.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.util.UUID;

@RestController
@RequestMapping("/api/partner/waiting-list")
@Tag(name = "Bookings 场地预订")
class WaitingListController {

    private final BookingEndpoint desk;
    private final Partners partners;
    private final ReadBookings read;
    private final CancelBooking end;

    WaitingListController(BookingEndpoint desk, Partners partners, ReadBookings read, CancelBooking end) {
        this.desk = desk;
        this.partners = partners;
        this.read = read;
        this.end = end;
    }

    @GetMapping
    @AllowedStaffAndPartners
    @RequiredScope("rooms:read")
    @Operation(
            operationId = "listWaitingList",
            summary = "List waiting list entries 候补列表",
            description = "Staff: in their units; partners: their own.")
    Mono<ResponseEntity<Page<WaitlistEntryView>>> list(
            Actor actor, PageRequest page, @RequestParam(required = false) @Nullable WaitlistState state) {
        return partners.visibility(actor)
                .flatMap(visibility -> read.wishes(visibility, state == null ? "" : state.name(), page))
                .map(found -> page.answer(found, WaitlistEntryView::of));
    }

    @PostMapping("/{id}/withdrawal")
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK, Role.PARTNER})
    @RequiredScope("rooms:write")
    @Operation(operationId = "leaveWaitingList", summary = "Leave the waiting list 退出候补")
    Mono<ResponseEntity<WaitlistEntryView>> withdraw(Actor actor, CommandKey key, @PathVariable UUID id) {
        return partners.visibility(actor, Role.BRANCH_HEAD, Role.BRANCH_CLERK)
                .flatMap(visibility -> desk.changeWish(key, "", () -> end.withdraw(id, visibility)));
    }

    /** What a caller can ask for. */
    @Schema(name = "WaitingWishState")
    enum WaitlistState {
        WAITING,
        PROMOTED,
        WITHDRAWN
    }
}
