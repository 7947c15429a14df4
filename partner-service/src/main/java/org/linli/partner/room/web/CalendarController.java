package org.linli.partner.room.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.linli.partner.partner.Partners;
import org.linli.partner.room.application.Calendars;
import org.linli.partner.room.application.KeepRooms;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.idempotency.IdempotentCommands;
import org.linli.platform.openapi.Creates;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.Public;
import org.linli.platform.security.Role;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
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
    private final KeepRooms rooms;
    private final Partners partners;
    private final IdempotentCommands commands;

    CalendarController(Calendars calendars, KeepRooms rooms, Partners partners, IdempotentCommands commands) {
        this.calendars = calendars;
        this.rooms = rooms;
        this.partners = partners;
        this.commands = commands;
    }

    /** @param path below the address of the whole system */
    record FeedView(String path) {

        static FeedView of(String token) {
            return new FeedView("/api/partner/public/calendars/" + token + ".ics");
        }
    }

    @PostMapping("/rooms/{id}/calendar")
    @Creates(located = false)
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK})
    @Operation(
            operationId = "createRoomCalendar",
            summary = "A new calendar address of a room 场地日历地址",
            description = "The one before stops working.")
    Mono<ResponseEntity<FeedView>> ofRoom(Actor actor, CommandKey key, @PathVariable UUID id) {
        return commands.once(
                key,
                "",
                FeedView.class,
                () -> rooms.one(id, actor.scope())
                        .flatMap(room -> calendars.renew(id, null, actor.subject()))
                        .map(token -> ResponseEntity.status(201).body(FeedView.of(token))));
    }

    @PostMapping("/calendars")
    @Creates(located = false)
    @Allowed(Role.PARTNER)
    @Operation(
            operationId = "createPartnerCalendar",
            summary = "A new calendar address of a partner 合伙人日历地址",
            description = "The one before stops working.")
    Mono<ResponseEntity<FeedView>> ofPartner(Actor actor, CommandKey key) {
        return commands.once(
                key,
                "",
                FeedView.class,
                () -> partners.acting(actor)
                        .flatMap(partner -> calendars.renew(null, partner.id(), actor.subject()))
                        .map(token -> ResponseEntity.status(201).body(FeedView.of(token))));
    }

    @GetMapping(path = "/public/calendars/{token}.ics", produces = "text/calendar;charset=UTF-8")
    @Public
    @Operation(summary = "A calendar 日历", description = "What was booked from a month ago on; cancelled ones say so.")
    Mono<ResponseEntity<String>> read(@PathVariable String token) {
        return calendars
                .text(token)
                .map(text -> ResponseEntity.ok().contentType(CALENDAR).body(text))
                .switchIfEmpty(Problem.missing("The calendar"));
    }
}
