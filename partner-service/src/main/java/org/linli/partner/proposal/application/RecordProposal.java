package org.linli.partner.proposal.application;

import org.linli.partner.call.application.RecordedCall;
import org.linli.partner.partner.PartnerRef;
import org.linli.partner.partner.Ties;
import org.linli.partner.proposal.Proposal;
import org.linli.partner.proposal.ProposalCommand;
import org.linli.partner.proposal.ProposalContent;
import org.linli.partner.proposal.application.ProposalVersions.Step;
import org.linli.partner.proposal.application.Proposals.Stamp;
import org.linli.partner.proposal.wire.ProposalEventsToWire;
import org.linli.platform.outbox.Outbox;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;

/** Writes what a command led to: the state, a version where it was edited, its history, its event. */
@Component
class RecordProposal {

    private final Proposals proposals;
    private final ProposalVersions versions;
    private final Ties ties;
    private final Outbox outbox;

    RecordProposal(Proposals proposals, ProposalVersions versions, Ties ties, Outbox outbox) {
        this.proposals = proposals;
        this.versions = versions;
        this.ties = ties;
        this.outbox = outbox;
    }

    Mono<RecordedProposal> draft(PartnerRef partner, RecordedCall call, ProposalContent content, Stamp stamp) {
        Reach own = Reach.own(partner.id());
        return proposals
                .add(partner, call, content, stamp)
                .flatMap(id -> versions.add(own, id, new Step("DRAFTED", stamp.by(), stamp.at(), 1, List.of()))
                        .then(proposals.find(own, id)));
    }

    Mono<RecordedProposal> record(
            Reach reach,
            RecordedProposal before,
            Proposal next,
            ProposalCommand command,
            RecordedCall call,
            Instant at) {
        Stamp stamp = new Stamp(command.by(), at);
        var events = ProposalEventsToWire.of(before, next, command, call.call().terms(), at);
        int version = before.contentVersion() + (command instanceof ProposalCommand.Edit ? 1 : 0);
        Mono<Void> content = command instanceof ProposalCommand.Edit edit
                ? proposals.addVersion(reach, before, edit.content(), stamp)
                : Mono.empty();
        Mono<Void> tie =
                next instanceof Proposal.Submitted ? ties.add(before.partner().id(), before.unit()) : Mono.empty();
        return content.then(tie)
                .then(proposals.save(reach, next, before.sequence() + events.size()))
                .then(versions.add(
                        reach, next.id(), new Step(action(command), stamp.by(), at, version, notes(command))))
                .then(events.isEmpty() ? Mono.<Void>empty() : outbox.append(events))
                .then(proposals.find(reach, next.id()));
    }

    private static String action(ProposalCommand command) {
        return switch (command) {
            case ProposalCommand.Edit _ -> "EDITED";
            case ProposalCommand.Submit _ -> "SUBMITTED";
            case ProposalCommand.RequestChanges _ -> "CHANGES_REQUESTED";
            case ProposalCommand.StartTrial _ -> "TRIAL_STARTED";
            case ProposalCommand.Accept _ -> "ACCEPTED";
            case ProposalCommand.Reject _ -> "REJECTED";
            case ProposalCommand.Withdraw _ -> "WITHDRAWN";
            case ProposalCommand.Expire _ -> "EXPIRED";
        };
    }

    private static List<String> notes(ProposalCommand command) {
        return switch (command) {
            case ProposalCommand.RequestChanges request ->
                request.remarks().stream()
                        .map(remark -> remark.field() + ": " + remark.remark())
                        .toList();
            case ProposalCommand.Accept accept -> accept.reasons();
            case ProposalCommand.Reject reject -> reject.reasons();
            case ProposalCommand.Edit _,
                    ProposalCommand.Submit _,
                    ProposalCommand.StartTrial _,
                    ProposalCommand.Withdraw _,
                    ProposalCommand.Expire _ -> List.of();
        };
    }
}
