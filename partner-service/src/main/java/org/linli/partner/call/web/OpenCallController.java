package org.linli.partner.call.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.linli.partner.call.CallCommand;
import org.linli.partner.call.CallTerms;
import org.linli.partner.call.application.HandleCall;
import org.linli.partner.call.application.StoredCall;
import org.linli.partner.id.Ids;
import org.linli.platform.bounds.BodyLimit;
import org.linli.platform.bulkhead.HeavyWork;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.openapi.Creates;
import org.linli.platform.problem.NoPersonalNumbers;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.Role;
import org.linli.platform.text.Texts;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

@RestController
@RequestMapping("/api/partner/open-calls")
@Tag(name = "Open calls 英雄帖", description = "What a branch or the street seeks, until when, and by which criteria")
class OpenCallController {

    private final HandleCall handle;
    private final CommandEndpoint<StoredCall, CallView> calls;

    OpenCallController(HandleCall handle, CommandEndpoints commands, Clock clock) {
        this.handle = handle;
        this.calls = commands.of("The call", CallView.class, (StoredCall call) -> CallView.of(call, clock.instant()))
                .at("/api/partner/open-calls", CallView::id)
                .versioned(CallView::version);
    }

    @PostMapping
    @HeavyWork("texts")
    @BodyLimit(bytes = 128 * BodyLimit.KB)
    @Creates
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK, Role.HQ})
    @Operation(
            operationId = "draftOpenCall",
            summary = "Draft a call 起草英雄帖",
            description =
                    "By people of the branch, or by HQ for its street. Nobody else sees it before it is published.")
    Mono<ResponseEntity<CallView>> draft(Actor actor, CommandKey key, @Valid @RequestBody CallRequest request) {
        CallTerms terms = request.toTerms();
        return calls.create(key, request, () -> handle.draft(terms, actor).switchIfEmpty(Problem.missing("The unit")));
    }

    @PutMapping("/{id}")
    @HeavyWork("texts")
    @BodyLimit(bytes = 128 * BodyLimit.KB)
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK, Role.HQ})
    @Operation(
            operationId = "editOpenCall",
            summary = "Update a draft call 修改草稿",
            description = "Replaces all fields; a published call cannot be changed.")
    Mono<ResponseEntity<CallView>> edit(
            Actor actor, ExpectedVersion expected, @PathVariable String id, @Valid @RequestBody CallRequest request) {
        UUID call = Ids.of(id, "The call");
        CallCommand edit = new CallCommand.Edit(request.toTerms());
        return calls.replace(() -> handle.handle(call, edit, expected, actor));
    }

    @PostMapping("/{id}/publication")
    @Allowed({Role.BRANCH_HEAD, Role.HQ})
    @Operation(
            operationId = "publishOpenCall",
            summary = "Publish a draft call 发布英雄帖",
            description = "Everybody sees it, and partners propose until its deadline.")
    Mono<ResponseEntity<CallView>> publish(
            Actor actor, CommandKey key, ExpectedVersion expected, @PathVariable String id) {
        return once(actor, key, "", expected, id, new CallCommand.Publish());
    }

    @PostMapping("/{id}/extension")
    @Allowed({Role.BRANCH_HEAD, Role.HQ})
    @Operation(
            operationId = "extendOpenCall",
            summary = "Extend a call's deadline 延长截止时间",
            description = "While it is open, to a later deadline.")
    Mono<ResponseEntity<CallView>> extend(
            Actor actor,
            CommandKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody ExtensionRequest request) {
        Instant deadline = CallDeadline.of(request.deadline());
        String reason = Texts.trimmed(Objects.requireNonNull(request.reason()));
        return once(actor, key, request, expected, id, new CallCommand.Extend(deadline, reason));
    }

    @PostMapping("/{id}/closure")
    @Allowed({Role.BRANCH_HEAD, Role.HQ})
    @Operation(
            operationId = "closeOpenCall",
            summary = "Close a call before its deadline 提前截止",
            description = "After its deadline it is closed by itself.")
    Mono<ResponseEntity<CallView>> close(
            Actor actor, CommandKey key, ExpectedVersion expected, @PathVariable String id) {
        return once(actor, key, "", expected, id, new CallCommand.Close());
    }

    @PostMapping("/{id}/cancellation")
    @Allowed({Role.BRANCH_HEAD, Role.HQ})
    @Operation(
            operationId = "cancelOpenCall",
            summary = "Cancel a call 取消英雄帖",
            description = "In any state, with the reason for those who proposed.")
    Mono<ResponseEntity<CallView>> cancel(
            Actor actor,
            CommandKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody CancellationRequest request) {
        String reason = Texts.trimmed(Objects.requireNonNull(request.reason()));
        return once(actor, key, request, expected, id, new CallCommand.Cancel(reason));
    }

    private Mono<ResponseEntity<CallView>> once(
            Actor actor, CommandKey key, Object body, ExpectedVersion expected, String id, CallCommand command) {
        UUID call = Ids.of(id, "The call");
        return calls.change(key, body, () -> handle.handle(call, command, expected, actor));
    }

    @Schema(name = "OpenCallExtensionRequest")
    record ExtensionRequest(
            @Schema(example = "2027-02-28T16:00:00Z", type = "string", format = "date-time") @NotNull @Nullable
            Instant deadline,

            @Schema(example = "应多位合伙人要求") @NotBlank @Size(max = 500) @NoPersonalNumbers @Nullable
            String reason) {}

    @Schema(name = "OpenCallCancellationRequest")
    record CancellationRequest(
            @Schema(example = "场地改作他用") @NotBlank @Size(max = 500) @NoPersonalNumbers @Nullable
            String reason) {}
}
