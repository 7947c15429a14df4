package org.linli.partner.room.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.linli.partner.partner.Partners;
import org.linli.partner.room.BookingFilter;
import org.linli.partner.room.BookingState;
import org.linli.partner.room.application.CancelBooking;
import org.linli.partner.room.application.ReadBookings;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.AllowedStaffAndPartners;
import org.linli.platform.security.RequiredScope;
import org.linli.platform.security.Role;
import org.linli.platform.unit.Scope;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.UUID;

@RestController
@RequestMapping("/api/partner/bookings")
@Tag(name = "Bookings 场地预订")
class BookingController {

    private final BookingEndpoint desk;
    private final Partners partners;
    private final ReadBookings read;
    private final CancelBooking end;

    BookingController(BookingEndpoint desk, Partners partners, ReadBookings read, CancelBooking end) {
        this.desk = desk;
        this.partners = partners;
        this.read = read;
        this.end = end;
    }

    @GetMapping
    @AllowedStaffAndPartners
    @RequiredScope("rooms:read")
    @Operation(
            operationId = "listBookings",
            summary = "List bookings 预订列表",
            description = "Staff: of their units; partners: their own. By room, state and days.")
    Mono<ResponseEntity<Page<BookingView>>> list(
            Actor actor,
            PageRequest page,
            @RequestParam(required = false) @Nullable String within,
            @RequestParam(required = false) @Nullable UUID room,
            @RequestParam(required = false) @Nullable BookingState state,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        String prefix = within == null ? "" : within;
        Scope.everywhere().narrowedTo(prefix);
        return partners.visibility(actor)
                .flatMap(
                        visibility -> read.bookings(visibility, new BookingFilter(prefix, room, state, from, to), page))
                .map(found -> page.answer(found, BookingView::of));
    }

    @GetMapping("/{id}")
    @AllowedStaffAndPartners
    @RequiredScope("rooms:read")
    @Operation(operationId = "getBooking", summary = "Get a booking 预订详情")
    Mono<ResponseEntity<BookingView>> get(Actor actor, @PathVariable UUID id) {
        return partners.visibility(actor)
                .flatMap(visibility -> read.booking(id, visibility))
                .map(BookingView::of)
                .map(view -> ExpectedVersion.answer(view, view.version()));
    }

    @PostMapping("/{id}/cancellation")
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK, Role.PARTNER})
    @RequiredScope("rooms:write")
    @Operation(
            operationId = "cancelBooking",
            summary = "Cancel a booking 取消预订",
            description = "Free until some hours before, remembered as late after that, never once begun. What comes"
                    + " free goes to who waits for it.")
    Mono<ResponseEntity<BookingView>> cancel(
            Actor actor,
            CommandKey key,
            ExpectedVersion expected,
            @PathVariable UUID id,
            @Nullable @Valid @RequestBody(required = false) CancelRequest request) {
        CancelRequest asked = request == null ? new CancelRequest(null) : request;
        return partners.visibility(actor, Role.BRANCH_HEAD, Role.BRANCH_CLERK)
                .flatMap(visibility -> desk.change(
                        key, asked, () -> end.cancel(id, asked.reason(), actor.subject(), visibility, expected)));
    }

    @Schema(name = "BookingCancelRequest")
    record CancelRequest(
            @Schema(example = "老师生病") @Size(max = 500) @Nullable
            String reason) {}
}
