package org.linli.partner.call.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.partner.call.CallCommand;
import org.linli.partner.call.CallTerms;
import org.linli.partner.call.CooperationMode;
import org.linli.partner.call.Criterion;
import org.linli.partner.call.DocumentRequirement;
import org.linli.partner.call.application.HandleCall;
import org.linli.partner.call.application.OpenCalls;
import org.linli.partner.call.application.SandboxCalls;
import org.linli.partner.call.application.StoredCall;
import org.linli.partner.id.Ids;
import org.linli.partner.sandbox.Sandbox;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.openapi.Creates;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.RequiredScope;
import org.linli.platform.security.Role;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@RestController
@Tag(name = "Sandbox 沙盒", description = "To try everything out, apart from what is real")
class SandboxCallController {

    private static final Duration OPEN = Duration.ofDays(30);
    private static final UnitCode UNIT = UnitCode.of("440703006107");
    private static final Actor BRANCH =
            new Actor("sandbox-branch", "沙盒分公司", Set.of(Role.BRANCH_HEAD), Scope.of(UNIT.value()));

    private final SandboxCalls sandbox;
    private final OpenCalls calls;
    private final HandleCall handle;
    private final CommandEndpoint<StoredCall, PublicCallView> made;
    private final Clock clock;

    SandboxCallController(
            SandboxCalls sandbox, OpenCalls calls, HandleCall handle, CommandEndpoints commands, Clock clock) {
        this.sandbox = sandbox;
        this.calls = calls;
        this.handle = handle;
        this.made = commands.of(
                        "The call", PublicCallView.class, (StoredCall call) -> PublicCallView.of(call, clock.instant()))
                .at("/api/partner/public/open-calls", PublicCallView::id)
                .versioned(PublicCallView::version);
        this.clock = clock;
    }

    @PostMapping("/api/partner/sandbox/open-calls")
    @Creates
    @Allowed(Role.PARTNER)
    @RequiredScope("proposals:write")
    @Operation(
            operationId = "haveSandboxOpenCall",
            summary = "Create a call in the sandbox 沙盒英雄帖",
            description =
                    "A copy of a real one that takes proposals, under its id, or a sample that is open for 30 days."
                            + " With a sandbox token GET /public/open-calls lists what there is.")
    Mono<ResponseEntity<PublicCallView>> have(
            Actor actor, CommandKey key, @Nullable @RequestBody(required = false) SandboxCallRequest request) {
        SandboxCallRequest asked = request == null ? new SandboxCallRequest(null) : request;
        Mono<UUID> call = asked.callId() == null
                ? sample()
                : sandbox.take(Ids.of(asked.callId(), "The call")).thenReturn(Ids.of(asked.callId(), "The call"));
        return Sandbox.only(made.create(key, asked, () -> call.flatMap(id -> calls.find(Scope.everywhere(), id))));
    }

    private Mono<UUID> sample() {
        return handle.draft(terms(clock.instant().plus(OPEN)), BRANCH)
                .map(drafted -> drafted.call().id())
                .flatMap(id -> handle.handle(id, new CallCommand.Publish(), new ExpectedVersion(null), BRANCH)
                        .thenReturn(id));
    }

    private static CallTerms terms(Instant deadline) {
        return new CallTerms(
                UNIT,
                "沙盒：长者书法班招募",
                "寻找一位书法老师，每周两晚为长者授课",
                List.of(CooperationMode.values()),
                "TRAINING",
                "收费不高于市场价的一半；收入的15%返还社区",
                deadline,
                List.of(new Criterion("BENEFIT", "公益性", 60), new Criterion("PRICE", "价格", 40)),
                List.of(new DocumentRequirement("LICENCE", "营业执照", false)));
    }

    @Schema(name = "SandboxCallRequest")
    record SandboxCallRequest(
            @Schema(
                    example = "019a1c2e-7b40-7d11-9d5e-0c3f5a7b9e21",
                    description = "A published call; a sample where it is absent")
            @Nullable
            String callId) {}
}
