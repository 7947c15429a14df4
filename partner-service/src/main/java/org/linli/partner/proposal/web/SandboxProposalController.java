package org.linli.partner.proposal.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.linli.partner.id.Ids;
import org.linli.partner.partner.Partners;
import org.linli.partner.proposal.ProposalCommand;
import org.linli.partner.proposal.application.HandleProposal;
import org.linli.partner.proposal.application.Proposals;
import org.linli.partner.proposal.application.StoredProposal;
import org.linli.partner.proposal.web.ProposalReviewController.ChangesRequest;
import org.linli.partner.proposal.web.ProposalReviewController.RemarkRequest;
import org.linli.partner.sandbox.Sandbox;
import org.linli.platform.bounds.BodyLimit;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.RequiredScope;
import org.linli.platform.security.Role;
import org.linli.platform.unit.Scope;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** The branch's side of a proposal, played by the developer who tries it out. */
@RestController
@Tag(name = "Sandbox 沙盒")
class SandboxProposalController {

    private static final String BRANCH = "sandbox-branch";

    private final HandleProposal handle;
    private final Proposals proposals;
    private final Partners partners;
    private final CommandEndpoint<StoredProposal, ProposalView> endpoint;

    SandboxProposalController(
            HandleProposal handle, Proposals proposals, Partners partners, CommandEndpoints commands) {
        this.handle = handle;
        this.proposals = proposals;
        this.partners = partners;
        this.endpoint = OwnProposalController.endpoint(commands);
    }

    @PostMapping("/api/partner/sandbox/proposals/{id}/outcome")
    @BodyLimit(bytes = 256 * BodyLimit.KB)
    @Allowed(Role.PARTNER)
    @RequiredScope("proposals:write")
    @Operation(
            operationId = "playSandboxProposal",
            summary = "Simulate the branch's decision 模拟社区决定",
            description = "What the branch would do with your proposal: the same rules, the same events to your"
                    + " endpoints in the sandbox, and nobody else hears of it.")
    Mono<ResponseEntity<ProposalView>> play(
            Actor actor,
            CommandKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody OutcomeRequest request) {
        UUID proposal = Ids.of(id, "The proposal");
        ProposalCommand command = request.toCommand();
        return Sandbox.only(endpoint.change(
                key,
                request,
                () -> partners.own(actor)
                        .flatMap(own -> proposals.find(own, proposal))
                        .flatMap(found -> handle.unit(
                                proposal, command, expected, branch(found.unit().value()), Role.BRANCH_HEAD))));
    }

    private static Actor branch(String unit) {
        return new Actor(BRANCH, "沙盒分公司", Set.of(Role.BRANCH_HEAD, Role.HQ), Scope.of(unit));
    }

    @Schema(name = "SandboxProposalOutcome")
    enum Outcome {
        NEEDS_CHANGES,
        IN_TRIAL,
        ACCEPTED,
        REJECTED
    }

    @Schema(name = "SandboxProposalOutcomeRequest")
    record OutcomeRequest(
            @Schema(example = "NEEDS_CHANGES") @NotNull @Nullable
            Outcome state,

            @Schema(example = "[\"居民评价高\"]", description = "Of ACCEPTED and REJECTED") @Size(max = 20) @Nullable
            List<@NotBlank @Size(max = 500) @Nullable String> reasons,

            @Schema(description = "Of NEEDS_CHANGES") @Valid @Size(max = 20) @Nullable
            List<@NotNull @Valid @Nullable RemarkRequest> remarks) {

        ProposalCommand toCommand() {
            return switch (Objects.requireNonNull(state)) {
                case NEEDS_CHANGES -> {
                    needed("remarks", remarks);
                    yield new ProposalCommand.RequestChanges(
                            BRANCH, ChangesRequest.remarks(Objects.requireNonNull(remarks)));
                }
                case IN_TRIAL -> new ProposalCommand.StartTrial(BRANCH);
                case ACCEPTED -> new ProposalCommand.Accept(BRANCH, why());
                case REJECTED -> new ProposalCommand.Reject(BRANCH, why());
            };
        }

        private List<String> why() {
            needed("reasons", reasons);
            return Objects.requireNonNull(reasons).stream()
                    .map(Objects::requireNonNull)
                    .toList();
        }

        private static void needed(String field, @Nullable List<?> given) {
            if (given == null || given.isEmpty()) {
                throw Problem.invalid("The outcome is not valid")
                        .field(field, "missing", "one or more for this state")
                        .exception();
            }
        }
    }
}
