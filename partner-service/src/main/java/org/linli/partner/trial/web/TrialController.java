package org.linli.partner.trial.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.linli.partner.partner.Partners;
import org.linli.partner.room.web.BookingEndpoint;
import org.linli.partner.trial.Trial;
import org.linli.partner.trial.TrialSession;
import org.linli.partner.trial.application.ReadTrials;
import org.linli.partner.trial.application.RunTrials;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.openapi.Creates;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.util.Objects;
import java.util.UUID;

@RestController
@RequestMapping("/api/partner/trials")
@Tag(name = "Trials 试课", description = "A proposal shown to residents before it is decided, and what they say")
class TrialController {

    private final RunTrials run;
    private final ReadTrials read;
    private final BookingEndpoint desk;
    private final Partners partners;
    private final CommandEndpoint<Trial, TrialView> trials;
    private final CommandEndpoint<TrialSession, SessionView> sessions;

    TrialController(
            RunTrials run, ReadTrials read, BookingEndpoint desk, Partners partners, CommandEndpoints commands) {
        this.run = run;
        this.read = read;
        this.desk = desk;
        this.partners = partners;
        this.trials = commands.of("The trial", TrialView.class, TrialView::of).at("/api/partner/trials", TrialView::id);
        this.sessions = commands.of("The session", SessionView.class, SessionView::of);
    }

    @PostMapping
    @Creates
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK, Role.HQ})
    @Operation(
            operationId = "startTrial",
            summary = "Start a trial 开始试课",
            description = "Of a proposal that was put on trial; its thresholds are frozen now.")
    Mono<ResponseEntity<TrialView>> start(Actor actor, CommandKey key, @Valid @RequestBody TrialRequest request) {
        return desk.inTurn(trials.create(
                key,
                request,
                () -> run.start(
                        Objects.requireNonNull(request.proposalId()),
                        request.asked(),
                        request.wanted(),
                        actor.subject(),
                        actor.scope())));
    }

    @GetMapping
    @AllowedStaffAndPartners
    @RequiredScope("proposals:read")
    @Operation(
            operationId = "listTrials",
            summary = "List trials 试课列表",
            description = "Staff: of their units; partners: of their proposals.")
    Mono<ResponseEntity<Page<TrialView>>> list(
            Actor actor, PageRequest page, @RequestParam(required = false) @Nullable UUID proposal) {
        return partners.visibility(actor)
                .flatMap(visibility -> read.trials(visibility, proposal, page))
                .map(found -> page.answer(found, TrialView::of));
    }

    @GetMapping("/{id}")
    @AllowedStaffAndPartners
    @RequiredScope("proposals:read")
    @Operation(operationId = "getTrial", summary = "Get a trial 试课详情")
    Mono<TrialView> get(Actor actor, @PathVariable UUID id) {
        return partners.visibility(actor)
                .flatMap(visibility -> run.trial(id, visibility))
                .map(TrialView::of);
    }

    @PostMapping("/{id}/sessions")
    @Creates(located = false)
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK, Role.HQ})
    @Operation(
            operationId = "planTrialSession",
            summary = "Plan a session 安排试课场次",
            description = "Books the room with it; 409 slot-taken names what is free instead.")
    Mono<ResponseEntity<SessionView>> plan(
            Actor actor, CommandKey key, @PathVariable UUID id, @Valid @RequestBody SessionRequest request) {
        var ask = request.ask(actor.subject());
        int capacity = Objects.requireNonNull(request.capacity());
        return desk.booking(ask, sessions.create(key, request, () -> run.plan(id, ask, capacity, actor.scope())));
    }
}
