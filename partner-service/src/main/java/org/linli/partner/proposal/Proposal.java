package org.linli.partner.proposal;

import org.linli.platform.decision.Decision;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A partner's proposal on its way to a decision.
 *
 * <pre>
 * from         | Edit         | Submit    | RequestChanges | StartTrial | Accept   | Reject   | Withdraw  | Expire
 * -------------+--------------+-----------+----------------+------------+----------+----------+-----------+--------
 * Draft        | Draft        | Submitted | –              | –          | –        | –        | Withdrawn | Expired
 * Submitted    | –            | –         | NeedsChanges   | InTrial    | Accepted | Rejected | Withdrawn | –
 * NeedsChanges | NeedsChanges | Submitted | –              | –          | –        | –        | Withdrawn | Expired
 * InTrial      | –            | –         | –              | –          | Accepted | Rejected | Withdrawn | –
 * Accepted, Rejected, Withdrawn, Expired: nothing more
 * </pre>
 *
 * <p>The call has a say: Edit, Submit and RequestChanges need an open one, StartTrial and Accept one that was not
 * cancelled, Expire one that is open no more. Submit needs a complete proposal of a partner that is active in the street.
 */
public sealed interface Proposal {

    UUID id();

    /** The partner's own business. */
    record Draft(UUID id) implements Proposal {}

    /** Handed in; waits for the unit. */
    record Submitted(UUID id, String submittedBy, Instant submittedAt) implements Proposal {}

    /** Back at the partner. @param remarks at least one */
    record NeedsChanges(UUID id, List<Remark> remarks) implements Proposal {}

    /** Shown to residents in a room before it is decided. */
    record InTrial(UUID id) implements Proposal {}

    /** An agreement can follow. */
    record Accepted(UUID id, List<String> reasons, String decidedBy, Instant decidedAt) implements Proposal {}

    record Rejected(UUID id, List<String> reasons, String decidedBy, Instant decidedAt) implements Proposal {}

    /** Taken back by the partner. */
    record Withdrawn(UUID id) implements Proposal {}

    /** Not handed in before its call ended. */
    record Expired(UUID id) implements Proposal {}

    /** Name of the state, as callers see it. */
    default String state() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    /** What becomes of this proposal by a command. @param given what else matters; @param at the time of the decision */
    default Decision<Proposal, Refusal> decide(ProposalCommand command, DecisionContext given, Instant at) {
        CallStatus call = given.call();
        return switch (command) {
            case ProposalCommand.Edit _ -> edit(call);
            case ProposalCommand.Submit submit -> submit(submit, given, at);
            case ProposalCommand.RequestChanges request -> requestChanges(request, call);
            case ProposalCommand.StartTrial _ -> startTrial(call);
            case ProposalCommand.Accept accept -> accept(accept, call, at);
            case ProposalCommand.Reject reject -> reject(reject, at);
            case ProposalCommand.Withdraw _ -> withdraw();
            case ProposalCommand.Expire _ -> expire(call);
        };
    }

    /** Why no proposal can be begun, if so. */
    static Optional<Refusal> refusesDraft(DecisionContext given) {
        if (given.call() != CallStatus.OPEN) {
            return Optional.of(new Refusal.CallNotOpen());
        }
        return Optional.ofNullable(given.suspended()).map(Refusal.Suspended::new);
    }

    /** Why what it says cannot be handed in, if so. */
    static Optional<Refusal> refusesSubmission(DecisionContext given) {
        boolean closed = given.call() != CallStatus.OPEN;
        if (given.suspended() != null) {
            return Optional.of(new Refusal.Suspended(given.suspended()));
        }
        return closed || !given.missing().isEmpty()
                ? Optional.of(new Refusal.Incomplete(given.missing(), closed))
                : Optional.empty();
    }

    private Decision<Proposal, Refusal> edit(CallStatus call) {
        return switch (this) {
            case Draft _, NeedsChanges _ ->
                call == CallStatus.OPEN ? Decision.accept(this) : Decision.refuse(new Refusal.CallNotOpen());
            case Submitted _, InTrial _, Accepted _, Rejected _, Withdrawn _, Expired _ -> refuse("changed");
        };
    }

    private Decision<Proposal, Refusal> submit(ProposalCommand.Submit submit, DecisionContext given, Instant at) {
        return switch (this) {
            case Draft _, NeedsChanges _ ->
                refusesSubmission(given)
                        .<Decision<Proposal, Refusal>>map(Decision::refuse)
                        .orElseGet(() -> Decision.accept(new Submitted(id(), submit.by(), at)));
            case Submitted _, InTrial _, Accepted _, Rejected _, Withdrawn _, Expired _ -> refuse("submitted");
        };
    }

    private Decision<Proposal, Refusal> requestChanges(ProposalCommand.RequestChanges request, CallStatus call) {
        return switch (this) {
            case Submitted _ when call != CallStatus.OPEN -> Decision.refuse(new Refusal.CallNotOpen());
            case Submitted _ -> Decision.accept(new NeedsChanges(id(), request.remarks()));
            case Draft _, NeedsChanges _, InTrial _, Accepted _, Rejected _, Withdrawn _, Expired _ ->
                refuse("sent back for changes");
        };
    }

    private Decision<Proposal, Refusal> startTrial(CallStatus call) {
        return switch (this) {
            case Submitted _ when call == CallStatus.CANCELLED -> Decision.refuse(new Refusal.CallCancelled());
            case Submitted _ -> Decision.accept(new InTrial(id()));
            case Draft _, NeedsChanges _, InTrial _, Accepted _, Rejected _, Withdrawn _, Expired _ ->
                refuse("put on trial");
        };
    }

    private Decision<Proposal, Refusal> accept(ProposalCommand.Accept accept, CallStatus call, Instant at) {
        return switch (this) {
            case Submitted _, InTrial _
            when call == CallStatus.CANCELLED -> Decision.refuse(new Refusal.CallCancelled());
            case Submitted _, InTrial _ -> Decision.accept(new Accepted(id(), accept.reasons(), accept.by(), at));
            case Draft _, NeedsChanges _, Accepted _, Rejected _, Withdrawn _, Expired _ -> refuse("accepted");
        };
    }

    private Decision<Proposal, Refusal> reject(ProposalCommand.Reject reject, Instant at) {
        return switch (this) {
            case Submitted _, InTrial _ -> Decision.accept(new Rejected(id(), reject.reasons(), reject.by(), at));
            case Draft _, NeedsChanges _, Accepted _, Rejected _, Withdrawn _, Expired _ -> refuse("rejected");
        };
    }

    private Decision<Proposal, Refusal> withdraw() {
        return switch (this) {
            case Draft _, Submitted _, NeedsChanges _, InTrial _ -> Decision.accept(new Withdrawn(id()));
            case Accepted _, Rejected _, Withdrawn _, Expired _ -> refuse("withdrawn");
        };
    }

    private Decision<Proposal, Refusal> expire(CallStatus call) {
        return switch (this) {
            case Draft _, NeedsChanges _ when call == CallStatus.OPEN -> Decision.refuse(new Refusal.CallStillOpen());
            case Draft _, NeedsChanges _ -> Decision.accept(new Expired(id()));
            case Submitted _, InTrial _, Accepted _, Rejected _, Withdrawn _, Expired _ -> refuse("expired");
        };
    }

    private Decision<Proposal, Refusal> refuse(String what) {
        return Decision.refuse(new Refusal.NotInThisState(what, state()));
    }
}
