package org.linli.partner.proposal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.linli.bench.proposals.twin.TwinCommands;
import org.linli.bench.proposals.twin.TwinProposals;
import org.linli.partner.proposal.ProposalContent;
import org.linli.partner.proposal.Refusal;
import org.linli.partner.proposal.application.StoredProposal;
import org.linli.partner.proposal.wire.ProposalEventsToWire;
import org.linli.platform.decision.RefusedException;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.linli.platform.security.ActorAuthentication;
import org.linli.platform.security.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import java.util.UUID;

/**
 * {@code POST /api/partner/proposals} on Spring MVC. It stands in the package of what it is a twin of, so that request,
 * view and problems are the very same.
 */
@RestController
public class SubmitTwin {

    private final TwinProposals proposals;
    private final TwinCommands commands;

    SubmitTwin(TwinProposals proposals, TwinCommands commands) {
        this.proposals = proposals;
        this.commands = commands;
    }

    @PostMapping("/api/partner/proposals")
    ResponseEntity<ProposalView> draft(
            ActorAuthentication caller,
            HttpServletRequest http,
            @RequestHeader(CommandKey.HEADER) String key,
            @Valid @RequestBody ProposalRequest request) {
        Actor actor = caller.getPrincipal();
        if (!actor.has(Role.PARTNER)) {
            throw new AccessDeniedException("no partner");
        }
        UUID call = request.call();
        ProposalContent content = request.toContent();
        return commands.once(key(actor, http, key), request, ProposalView.class, () -> {
            try {
                StoredProposal begun = proposals.begin(call, content, request.submits(), actor);
                return new TwinCommands.Done<>(
                        created(begun), ProposalEventsToWire.ofBegun(begun).getFirst());
            } catch (RefusedException refused) {
                throw new ProposalProblems().of((Refusal) refused.reason()).exception();
            }
        });
    }

    @GetMapping("/ready")
    String ready() {
        return "ready";
    }

    private static CommandKey key(Actor actor, HttpServletRequest http, String key) {
        if (!key.matches("[\\x21-\\x7e]{1,200}")) {
            throw Problem.of("invalid-request", HttpStatus.BAD_REQUEST, "The command needs a key")
                    .field(CommandKey.HEADER, "not valid", CommandKey.EXPECTED)
                    .exception();
        }
        return new CommandKey(
                actor.subject(), key, http.getMethod() + " " + http.getRequestURI() + "?" + http.getQueryString());
    }

    private static ResponseEntity<ProposalView> created(StoredProposal added) {
        return ExpectedVersion.created("/api/partner/proposals/" + added.id(), ProposalView.of(added), added.version());
    }
}
