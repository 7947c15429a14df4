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
import org.linli.partner.proposal.ContentField;
import org.linli.partner.proposal.ProposalCommand;
import org.linli.partner.proposal.Remark;
import org.linli.partner.proposal.application.HandleProposal;
import org.linli.partner.proposal.application.StoredProposal;
import org.linli.platform.bounds.BodyLimit;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.request.Fields;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.Role;
import org.linli.platform.text.Texts;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

@RestController
@RequestMapping("/api/partner/proposals")
@Tag(name = "Proposals 项目申请")
class ProposalReviewController {

    private final HandleProposal handle;
    private final CommandEndpoint<StoredProposal, ProposalView> proposals;

    ProposalReviewController(HandleProposal handle, CommandEndpoints commands) {
        this.handle = handle;
        this.proposals = OwnProposalController.endpoint(commands);
    }

    @PostMapping("/{id}/change-requests")
    @BodyLimit(bytes = 256 * BodyLimit.KB)
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK, Role.HQ})
    @Operation(
            operationId = "requestProposalChanges",
            summary = "Request changes to a proposal 要求修改",
            description = "While the call is open, so that the partner can hand it in again.")
    Mono<ResponseEntity<ProposalView>> requestChanges(
            Actor actor,
            CommandKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody ChangesRequest request) {
        var command = new ProposalCommand.RequestChanges(actor.subject(), request.toRemarks());
        return once(actor, key, request, expected, id, command, Role.BRANCH_HEAD, Role.BRANCH_CLERK);
    }

    @PostMapping("/{id}/trial")
    @Allowed({Role.BRANCH_HEAD, Role.HQ})
    @Operation(
            operationId = "startProposalTrial",
            summary = "Put a proposal on trial 安排试课",
            description = "Residents see it in a room before it is decided.")
    Mono<ResponseEntity<ProposalView>> startTrial(
            Actor actor, CommandKey key, ExpectedVersion expected, @PathVariable String id) {
        return once(actor, key, "", expected, id, new ProposalCommand.StartTrial(actor.subject()), Role.BRANCH_HEAD);
    }

    @PostMapping("/{id}/decision")
    @BodyLimit(bytes = 128 * BodyLimit.KB)
    @Allowed({Role.BRANCH_HEAD, Role.HQ})
    @Operation(
            operationId = "decideProposal",
            summary = "Accept or reject a proposal 决定",
            description = "Where reviewers have scored, the ranking is frozen as it is and the decision cites it.")
    Mono<ResponseEntity<ProposalView>> decide(
            Actor actor,
            CommandKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @Valid @RequestBody DecisionRequest request) {
        return once(actor, key, request, expected, id, request.toCommand(actor.subject()), Role.BRANCH_HEAD);
    }

    private Mono<ResponseEntity<ProposalView>> once(
            Actor actor,
            CommandKey key,
            Object body,
            ExpectedVersion expected,
            String id,
            ProposalCommand command,
            Role... branchRoles) {
        UUID proposal = Ids.of(id, "The proposal");
        return proposals.change(key, body, () -> handle.unit(proposal, command, expected, actor, branchRoles));
    }

    @Schema(name = "ProposalReviewChangesRequest")
    record ChangesRequest(
            @NotNull @Valid @Size(min = 1, max = 20) @Nullable
            List<@NotNull @Valid @Nullable RemarkRequest> remarks) {

        List<Remark> toRemarks() {
            return remarks(Objects.requireNonNull(remarks));
        }

        static List<Remark> remarks(List<@Nullable RemarkRequest> given) {
            return Fields.read("The remarks are not valid", fields -> {
                List<Remark> remarks = new ArrayList<>();
                for (@Nullable RemarkRequest one : given) {
                    Remark remark = Objects.requireNonNull(one).toRemark();
                    if (ContentField.named(remark.field()).isEmpty()) {
                        fields.in("remarks", remarks.size())
                                .add("field", "not a field of a proposal", "one of " + ContentField.names());
                    }
                    remarks.add(remark);
                }
                return remarks;
            });
        }
    }

    @Schema(name = "ProposalReviewRemarkRequest")
    record RemarkRequest(
            @Schema(example = "priceYuan") @NotNull @Nullable
            String field,

            @Schema(example = "请说明价格如何得出") @NotBlank @Size(max = 1000) @Nullable
            String remark) {

        Remark toRemark() {
            return new Remark(Objects.requireNonNull(field), Texts.trimmed(Objects.requireNonNull(remark)));
        }
    }

    @Schema(name = "ProposalReviewDecisionRequest")
    record DecisionRequest(
            @NotNull @Nullable Boolean accepted,

            @Schema(example = "[\"居民评价高\"]") @NotNull @Size(min = 1, max = 20) @Nullable
            List<@NotBlank @Size(max = 500) @Nullable String> reasons) {

        ProposalCommand toCommand(String by) {
            List<String> why = Objects.requireNonNull(reasons).stream()
                    .map(Objects::requireNonNull)
                    .toList();
            return Boolean.TRUE.equals(accepted)
                    ? new ProposalCommand.Accept(by, why)
                    : new ProposalCommand.Reject(by, why);
        }
    }
}
