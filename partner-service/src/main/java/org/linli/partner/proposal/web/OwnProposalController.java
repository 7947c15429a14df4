package org.linli.partner.proposal.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.linli.partner.id.Ids;
import org.linli.partner.proposal.ProposalCommand;
import org.linli.partner.proposal.ProposalContent;
import org.linli.partner.proposal.application.HandleProposal;
import org.linli.partner.proposal.application.StoredProposal;
import org.linli.platform.bulkhead.HeavyWork;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.openapi.Creates;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.RequiredScope;
import org.linli.platform.security.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.util.UUID;

@RestController
@RequestMapping("/api/partner/proposals")
@Tag(name = "Proposals 项目申请", description = "What a partner offers to a call, on its way to a decision")
class OwnProposalController {

    private final HandleProposal handle;
    private final CommandEndpoint<StoredProposal, ProposalView> proposals;

    OwnProposalController(HandleProposal handle, CommandEndpoints commands) {
        this.handle = handle;
        this.proposals = endpoint(commands);
    }

    /** Of all commands on proposals, whoever gives them. */
    static CommandEndpoint<StoredProposal, ProposalView> endpoint(CommandEndpoints commands) {
        return commands.<StoredProposal, ProposalView>of("The proposal", ProposalView.class, ProposalView::of)
                .at("/api/partner/proposals", ProposalView::id)
                .versioned(ProposalView::version);
    }

    @PostMapping
    @HeavyWork("texts")
    @Creates
    @Allowed(Role.PARTNER)
    @RequiredScope("proposals:write")
    @Operation(
            operationId = "draftProposal",
            summary = "Draft or submit a proposal 提交项目申请",
            description = "To an open call. Handed in, it has to be complete: all that is missing is named at once.")
    Mono<ResponseEntity<ProposalView>> draft(Actor actor, CommandKey key, @Valid @RequestBody ProposalRequest request) {
        UUID call = request.call();
        ProposalContent content = request.toContent();
        return proposals.create(
                key,
                request,
                () -> (request.submits() ? handle.handIn(call, content, actor) : handle.draft(call, content, actor))
                        .switchIfEmpty(Problem.missing("The call")));
    }

    @PutMapping("/{id}")
    @HeavyWork("texts")
    @Allowed(Role.PARTNER)
    @RequiredScope("proposals:write")
    @Operation(
            operationId = "editProposal",
            summary = "Update a proposal 修改申请",
            description =
                    "Replaces all fields, while it is a draft or needs changes; with submit=true it is submitted at once.")
    Mono<ResponseEntity<ProposalView>> edit(
            Actor actor,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody ProposalRequest request) {
        UUID proposal = Ids.of(id, "The proposal");
        var edit = new ProposalCommand.Edit(actor.subject(), request.toContent());
        return proposals.replace(() -> handle.own(proposal, edit, expected, actor)
                .doOnNext(found -> request.checkCall(found.callId()))
                .flatMap(found -> request.submits() ? submit(proposal, actor) : Mono.just(found)));
    }

    @PostMapping("/{id}/submission")
    @Allowed(Role.PARTNER)
    @RequiredScope("proposals:write")
    @Operation(
            operationId = "submitProposal",
            summary = "Submit a proposal 提交",
            description = "Before the call's deadline. 422 proposal-incomplete names all that is missing.")
    Mono<ResponseEntity<ProposalView>> submit(
            Actor actor, CommandKey key, ExpectedVersion expected, @PathVariable String id) {
        return once(actor, key, expected, id, new ProposalCommand.Submit(actor.subject()));
    }

    @PostMapping("/{id}/withdrawal")
    @Allowed(Role.PARTNER)
    @RequiredScope("proposals:write")
    @Operation(
            operationId = "withdrawProposal",
            summary = "Withdraw a proposal 撤回申请",
            description = "Until it is decided.")
    Mono<ResponseEntity<ProposalView>> withdraw(
            Actor actor, CommandKey key, ExpectedVersion expected, @PathVariable String id) {
        return once(actor, key, expected, id, new ProposalCommand.Withdraw(actor.subject()));
    }

    private Mono<StoredProposal> submit(UUID id, Actor actor) {
        return handle.own(id, new ProposalCommand.Submit(actor.subject()), ExpectedVersion.ANY, actor);
    }

    private Mono<ResponseEntity<ProposalView>> once(
            Actor actor, CommandKey key, ExpectedVersion expected, String id, ProposalCommand command) {
        UUID proposal = Ids.of(id, "The proposal");
        return proposals.change(key, () -> handle.own(proposal, command, expected, actor));
    }
}
