package org.linli.partner.proposal.application;

import org.linli.partner.partner.PartnerUnitLinks;
import org.linli.partner.proposal.Proposal;
import org.linli.partner.proposal.ProposalCommand;
import org.linli.partner.proposal.ProposalContent;
import org.linli.partner.proposal.application.ProposalVersions.Step;
import org.linli.partner.proposal.application.Proposals.Stamp;
import org.linli.partner.proposal.wire.ProposalEventsToWire;
import org.linli.platform.outbox.Outbox;
import org.linli.platform.security.Visibility;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import java.util.List;

/** Writes what a command led to: the state, a version where it was edited, its history, its event. */
@Component
class RecordProposal {

    private final Proposals proposals;
    private final ProposalVersions versions;
    private final PartnerUnitLinks ties;
    private final Rankings rankings;
    private final Outbox outbox;

    RecordProposal(
            Proposals proposals, ProposalVersions versions, PartnerUnitLinks ties, Rankings rankings, Outbox outbox) {
        this.proposals = proposals;
        this.versions = versions;
        this.ties = ties;
        this.rankings = rankings;
        this.outbox = outbox;
    }

    Mono<StoredProposal> begin(NewProposal beginning) {
        return proposals
                .add(beginning)
                .flatMap(begun ->
                        outbox.append(ProposalEventsToWire.ofBegun(begun)).thenReturn(begun));
    }

    Mono<StoredProposal> record(Visibility visibility, Transition move) {
        var events = ProposalEventsToWire.of(move);
        Proposal next = move.next();
        return version(visibility, move)
                .then(tie(next, move.before()))
                .then(proposals.save(visibility, next, move.before().sequence() + events.size()))
                .then(cited(visibility, move))
                .then(versions.add(visibility, next.id(), step(move)))
                .then(events.isEmpty() ? Mono.<Void>empty() : outbox.append(events))
                .then(proposals.find(visibility, next.id()));
    }

    private Mono<Void> version(Visibility visibility, Transition move) {
        return move.command() instanceof ProposalCommand.Edit(String by, ProposalContent content)
                ? proposals.addVersion(visibility, move.before(), content, new Stamp(by, move.at()))
                : Mono.empty();
    }

    /** With a submission the partner has dealings with the unit. */
    private Mono<Void> tie(Proposal next, StoredProposal of) {
        return next instanceof Proposal.Submitted ? ties.add(of.partner().id(), of.unit()) : Mono.empty();
    }

    /** A decision rests on the ranking as it is now, where there is one. */
    private Mono<Void> cited(Visibility visibility, Transition move) {
        boolean decided = move.next() instanceof Proposal.Accepted || move.next() instanceof Proposal.Rejected;
        return decided
                ? rankings.freeze(move.call(), move.command().by(), move.at(), visibility.scope())
                        .flatMap(ranking ->
                                proposals.cite(visibility, move.next().id(), ranking))
                : Mono.empty();
    }

    private static Step step(Transition move) {
        int edited = move.command() instanceof ProposalCommand.Edit ? 1 : 0;
        return new Step(
                action(move.command()),
                move.command().by(),
                move.at(),
                move.before().contentVersion() + edited,
                notes(move.command()));
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
