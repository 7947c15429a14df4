package org.linli.partner.room.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.linli.partner.partner.Partners;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.openapi.Creates;
import org.linli.platform.openapi.RequestExample;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.RequiredScope;
import org.linli.platform.security.Role;
import org.linli.platform.unit.Scope;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.util.Objects;

@RestController
@RequestMapping("/api/partner")
@Tag(name = "Bookings 场地预订")
class ServiceBookingController {

    private static final String BOOKING = """
            {
              "roomId": "01938f6e-7c00-7000-8000-000000000001",
              "from": "2026-12-05T18:00:00+08:00",
              "to": "2026-12-05T19:30:00+08:00",
              "purpose": "长者合唱团排练",
              "kind": "SERVICE"
            }
            """;

    private static final String SERIES = """
            {
              "first": {
                "roomId": "01938f6e-7c00-7000-8000-000000000001",
                "from": "2026-12-05T18:00:00+08:00",
                "to": "2026-12-05T19:30:00+08:00",
                "purpose": "长者合唱团排练",
                "kind": "SERVICE"
              },
              "rule": "FREQ=WEEKLY;BYDAY=SA;COUNT=8",
              "exceptions": ["2026-12-26"],
              "skipHolidays": true,
              "allOrNothing": false
            }
            """;

    private final BookingEndpoint desk;
    private final Partners partners;

    ServiceBookingController(BookingEndpoint desk, Partners partners) {
        this.desk = desk;
        this.partners = partners;
    }

    @PostMapping("/service-bookings")
    @Creates
    @RequestExample(BOOKING)
    @Allowed(Role.PARTNER)
    @RequiredScope("rooms:write")
    @Operation(
            operationId = "bookRoomForService",
            summary = "Book a room for a partner's service 合伙人预订场地",
            description = "Any branch's. Residents are first: partners book fewer days ahead, and up to a share.")
    Mono<ResponseEntity<BookingView>> book(Actor actor, CommandKey key, @Valid @RequestBody BookingRequest request) {
        return partners.acting(actor)
                .flatMap(partner -> desk.book(
                        key, request, request.byPartner(partner, actor.subject()), Scope.everywhere(), partner.own()));
    }

    @PostMapping("/service-booking-series")
    @Creates(located = false)
    @RequestExample(SERIES)
    @Allowed(Role.PARTNER)
    @RequiredScope("rooms:write")
    @Operation(operationId = "bookSeriesForService", summary = "Book a recurring series for a service 合伙人周期预订")
    Mono<ResponseEntity<SeriesView>> series(Actor actor, CommandKey key, @Valid @RequestBody SeriesRequest request) {
        BookingRequest first = Objects.requireNonNull(request.first());
        return partners.acting(actor)
                .flatMap(partner ->
                        desk.series(key, request, first.byPartner(partner, actor.subject()), Scope.everywhere()));
    }

    @PostMapping("/service-waiting-list")
    @Creates(located = false)
    @RequestExample(BOOKING)
    @Allowed(Role.PARTNER)
    @RequiredScope("rooms:write")
    @Operation(operationId = "joinWaitingListForService", summary = "Join the waiting list for a service 合伙人候补排队")
    Mono<ResponseEntity<WaitlistEntryView>> await(
            Actor actor, CommandKey key, @Valid @RequestBody BookingRequest request) {
        return partners.acting(actor)
                .flatMap(partner -> desk.await(
                        key, request, request.byPartner(partner, actor.subject()), Scope.everywhere(), partner.own()));
    }
}
