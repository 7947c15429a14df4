package org.linli.partner.room.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.linli.partner.partner.Partners;
import org.linli.partner.room.application.Calendars;
import org.linli.partner.room.application.SetUpRooms;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.idempotency.SecretAnswer;
import org.linli.platform.openapi.Creates;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.Public;
import org.linli.platform.security.RequiredScope;
import org.linli.platform.security.Role;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

@RestController
@RequestMapping("/api/partner")
@Tag(
        name = "Calendars 日历订阅",
        description = "iCalendar (RFC 5545) addresses for phones and calendars; who knows one may read")
class CalendarController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Calendars calendars;
    private final SetUpRooms rooms;
    private final Partners partners;
    private final CommandEndpoint<String, FeedView> feeds;
    private final TransactionalOperator transaction;

    CalendarController(
            Calendars calendars,
            SetUpRooms rooms,
            Partners partners,
            CommandEndpoints commands,
            TransactionalOperator transaction) {
        this.calendars = calendars;
        this.rooms = rooms;
        this.partners = partners;
        this.feeds = commands.of("The room", FeedView.class, FeedView::of);
        this.transaction = transaction;
    }

    /** @param path below the address of the whole system; told in this answer alone */
    @SecretAnswer
    @Schema(name = "CalendarFeed")
    record FeedView(String path) {

        static FeedView of(String token) {
            return new FeedView("/api/partner/public/calendars/" + token + ".ics");
        }

        /** Addresses must not reach a log. */
        @Override
        public String toString() {
            return "FeedView";
        }
    }

    @PostMapping("/rooms/{id}/calendar")
    @Creates(located = false)
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK})
    @Operation(
            operationId = "createRoomCalendar",
            summary = "Create a room's calendar address 场地日历地址",
            description = "The one before stops working.")
    Mono<ResponseEntity<FeedView>> ofRoom(Actor actor, CommandKey key, @PathVariable UUID id) {
        return feeds.create(
                key,
                "",
                () -> rooms.one(id, actor.scope()).flatMap(room -> calendars.renew(id, null, actor.subject())));
    }

    @PostMapping("/calendars")
    @Creates(located = false)
    @Allowed(Role.PARTNER)
    @RequiredScope("rooms:write")
    @Operation(
            operationId = "createPartnerCalendar",
            summary = "Create a partner's calendar address 合伙人日历地址",
            description = "The one before stops working.")
    Mono<ResponseEntity<FeedView>> ofPartner(Actor actor, CommandKey key) {
        return feeds.create(
                key,
                "",
                () -> partners.acting(actor).flatMap(partner -> calendars.renew(null, partner.id(), actor.subject())));
    }

    @DeleteMapping("/rooms/{id}/calendar")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK})
    @Operation(
            operationId = "endRoomCalendar",
            summary = "Delete a room's calendar address 停用场地日历地址",
            description = "Whoever knows it reads nothing any more.")
    Mono<Void> endOfRoom(Actor actor, @PathVariable UUID id) {
        return rooms.one(id, actor.scope())
                .flatMap(room -> calendars.end(id, null, actor.subject()))
                .as(transaction::transactional);
    }

    @DeleteMapping("/calendars")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(Role.PARTNER)
    @RequiredScope("rooms:write")
    @Operation(
            operationId = "endPartnerCalendar",
            summary = "Delete a partner's calendar address 停用合伙人日历地址",
            description = "Whoever knows it reads nothing any more.")
    Mono<Void> endOfPartner(Actor actor) {
        return partners.acting(actor)
                .flatMap(partner -> calendars.end(null, partner.id(), actor.subject()))
                .as(transaction::transactional);
    }

    @GetMapping(path = "/public/calendars/{token}.ics", produces = "text/calendar;charset=UTF-8")
    @Public
    @Operation(
            operationId = "listPublicCalendar",
            summary = "Get a calendar 日历",
            description = "What was booked from a month ago on; cancelled ones say so.")
    Mono<ResponseEntity<String>> read(@PathVariable String token) {
        return calendars
                .text(token)
                .map(text -> ResponseEntity.ok()
                        .contentType(CALENDAR)
                        .cacheControl(CacheControl.noStore())
                        .body(text))
                .switchIfEmpty(Problem.missing("The calendar"));
    }
}
