package org.linli.partner.room.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.openapi.Creates;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.Role;
import org.linli.platform.security.Visibility;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.util.Objects;

@RestController
@RequestMapping("/api/partner")
@Tag(name = "Bookings 场地预订", description = "Never two at once: the database refuses it")
class StaffBookingController {

    private final BookingEndpoint desk;

    StaffBookingController(BookingEndpoint desk) {
        this.desk = desk;
    }

    @PostMapping("/bookings")
    @Creates
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK})
    @Operation(
            operationId = "bookRoom",
            summary = "Book a room for residents or the office 预订场地",
            description =
                    "409 slot-taken names what is taken and up to five free slots; office use is at most a fifth.")
    Mono<ResponseEntity<BookingView>> book(Actor actor, CommandKey key, @Valid @RequestBody BookingRequest request) {
        return desk.book(key, request, request.byStaff(actor.subject()), actor.scope(), visibility(actor));
    }

    @PostMapping("/booking-series")
    @Creates(located = false)
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK})
    @Operation(
            operationId = "bookSeries",
            summary = "Book a recurring series 周期预订",
            description = "Each day is answered for itself; with allOrNothing one refusal refuses all.")
    Mono<ResponseEntity<SeriesView>> series(Actor actor, CommandKey key, @Valid @RequestBody SeriesRequest request) {
        BookingRequest first = Objects.requireNonNull(request.first());
        return desk.series(key, request, first.byStaff(actor.subject()), actor.scope());
    }

    @PostMapping("/waiting-list")
    @Creates(located = false)
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK})
    @Operation(
            operationId = "joinWaitingList",
            summary = "Join the waiting list 候补排队",
            description = "First come, first served when it is freed.")
    Mono<ResponseEntity<WaitlistEntryView>> await(
            Actor actor, CommandKey key, @Valid @RequestBody BookingRequest request) {
        return desk.await(key, request, request.byStaff(actor.subject()), actor.scope(), visibility(actor));
    }

    private static Visibility visibility(Actor actor) {
        return Visibility.of(actor.scope());
    }
}
