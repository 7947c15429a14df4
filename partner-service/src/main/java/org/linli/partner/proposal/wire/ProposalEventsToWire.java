package org.linli.partner.proposal.wire;

import org.linli.partner.proposal.Proposal;
import org.linli.partner.proposal.ProposalCommand;
import org.linli.partner.proposal.application.StoredProposal;
import org.linli.partner.proposal.application.Transition;
import org.linli.platform.event.OutgoingEvent;

import java.time.Instant;
import java.util.List;

/** Makes the events of topic {@value #TOPIC} out of what happened to a proposal. */
public final class ProposalEventsToWire {

    public static final String TOPIC = "linli.partner.proposal";

    private ProposalEventsToWire() {}

    public static List<OutgoingEvent> of(Transition move) {
        StoredProposal before = move.before();
        Proposal next = move.next();
        Instant at = move.at();
        var about = About.of(before);
        return switch (move.command()) {
            case ProposalCommand.Edit _ -> List.of();
            case ProposalCommand.Submit submit ->
                event(before, "submitted", ProposalV1.submitted(about, before, submit.by(), at));
            case ProposalCommand.RequestChanges request ->
                event(before, "changes-requested", ProposalV1.changesRequested(about, request));
            case ProposalCommand.StartTrial trial ->
                event(before, "trial-started", ProposalV1.trialStarted(about, trial.by(), at));
            case ProposalCommand.Accept _
            when next instanceof Proposal.Accepted accepted ->
                event(before, "accepted", ProposalV1.accepted(about, before, accepted, line(move)));
            case ProposalCommand.Reject _
            when next instanceof Proposal.Rejected rejected ->
                event(before, "rejected", ProposalV1.rejected(about, rejected));
            case ProposalCommand.Withdraw withdraw ->
                event(before, "withdrawn", ProposalV1.withdrawn(about, withdraw.by()));
            case ProposalCommand.Expire _ -> event(before, "expired", ProposalV1.expired(about, at));
            case ProposalCommand.Accept _, ProposalCommand.Reject _ ->
                throw new IllegalStateException("a decision led to " + next.state());
        };
    }

    /** What others are told of a proposal that was just begun: nothing of a draft. */
    public static List<OutgoingEvent> ofBegun(StoredProposal begun) {
        return begun.proposal() instanceof Proposal.Submitted(var _, String by, Instant at)
                ? event(begun, begun.sequence(), "submitted", ProposalV1.submitted(About.of(begun), begun, by, at))
                : List.of();
    }

    private static String line(Transition move) {
        return move.call().call().terms().line();
    }

    private static List<OutgoingEvent> event(StoredProposal before, String what, Object data) {
        return event(before, before.sequence() + 1, what, data);
    }

    private static List<OutgoingEvent> event(StoredProposal proposal, long sequence, String what, Object data) {
        return List.of(new OutgoingEvent(
                TOPIC,
                TOPIC + "." + what + ".v1",
                proposal.id().toString(),
                proposal.unit().value(),
                sequence,
                data));
    }

    /** What every event says. */
    record About(String proposalId, String callId, String unit, String partnerId, String partner) {

        static About of(StoredProposal proposal) {
            return new About(
                    proposal.id().toString(),
                    proposal.callId().toString(),
                    proposal.unit().value(),
                    proposal.partner().id().toString(),
                    proposal.partner().name());
        }
    }
}
