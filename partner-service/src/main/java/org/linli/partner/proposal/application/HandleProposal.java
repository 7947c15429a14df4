package org.linli.partner.proposal.application;

import org.linli.partner.call.application.ActingFor;
import org.linli.partner.partner.Partners;
import org.linli.partner.proposal.DecisionContext;
import org.linli.partner.proposal.Proposal;
import org.linli.partner.proposal.ProposalCommand;
import org.linli.partner.proposal.ProposalContent;
import org.linli.partner.proposal.Refusal;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Role;
import org.linli.platform.security.Visibility;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Carries out commands on proposals: lock, decide, record. Runs inside the caller's transaction, which a refusal
 * rolls back.
 */
@Service
public class HandleProposal {

    private final Proposals proposals;
    private final Partners partners;
    private final LoadDecisionContext circumstances;
    private final RecordProposal record;
    private final Clock clock;

    HandleProposal(
            Proposals proposals,
            Partners partners,
            LoadDecisionContext circumstances,
            RecordProposal record,
            Clock clock) {
        this.proposals = proposals;
        this.partners = partners;
        this.circumstances = circumstances;
        this.record = record;
        this.clock = clock;
    }

    /** Drafts a proposal to a call; empty where nobody has published such a call. */
    public Mono<StoredProposal> draft(UUID callId, ProposalContent content, Actor by) {
        return begin(callId, content, false, by);
    }

    /** Drafts one and hands it in at once: both or neither. */
    public Mono<StoredProposal> handIn(UUID callId, ProposalContent content, Actor by) {
        return begin(callId, content, true, by);
    }

    private Mono<StoredProposal> begin(UUID callId, ProposalContent content, boolean handIn, Actor by) {
        Instant at = clock.instant();
        return circumstances
                .published(callId)
                .switchIfEmpty(partners.acting(by).then(Mono.empty()))
                .flatMap(call -> partners.acting(by, call.call().terms().unit())
                        .flatMap(partner -> circumstances
                                .of(call, partner, content, at)
                                .flatMap(found -> begin(
                                        new NewProposal(partner.ref(), call, content, handIn, by.subject(), at),
                                        found.given()))));
    }

    private Mono<StoredProposal> begin(NewProposal beginning, DecisionContext given) {
        return refusal(beginning, given)
                .map(HandleProposal::<StoredProposal>refuse)
                .orElseGet(() -> record.begin(beginning));
    }

    private static Optional<Refusal> refusal(NewProposal beginning, DecisionContext given) {
        return Proposal.refusesDraft(given)
                .or(() -> beginning.handedIn() ? Proposal.refusesSubmission(given) : Optional.empty());
    }

    /** A command of the partner's own; empty where it has no such proposal. */
    public Mono<StoredProposal> own(UUID id, ProposalCommand command, ExpectedVersion expected, Actor by) {
        return partners.own(by)
                .flatMap(visibility -> proposals
                        .lock(visibility, id)
                        .doOnNext(found -> expected.check(found.version()))
                        .flatMap(found -> carryOut(visibility, found, command)));
    }

    /** A command of the unit that called; empty where the caller's scope holds no such proposal. */
    public Mono<StoredProposal> unit(
            UUID id, ProposalCommand command, ExpectedVersion expected, Actor by, Role... branchRoles) {
        Visibility visibility = Visibility.ofStaff(by);
        return proposals
                .lock(visibility, id)
                .doOnNext(found -> ActingFor.check(by, found.unit(), branchRoles))
                .doOnNext(found -> expected.check(found.version()))
                .flatMap(found -> carryOut(visibility, found, command));
    }

    /** Expires a proposal whose call has ended; does nothing where it was handed in meanwhile. */
    Mono<StoredProposal> expire(UUID id) {
        return proposals
                .lock(Visibility.system(), id)
                .filter(found ->
                        found.proposal() instanceof Proposal.Draft || found.proposal() instanceof Proposal.NeedsChanges)
                .flatMap(found -> carryOut(Visibility.system(), found, new ProposalCommand.Expire("clock")));
    }

    private Mono<StoredProposal> carryOut(Visibility visibility, StoredProposal before, ProposalCommand command) {
        Instant at = clock.instant();
        return circumstances.of(before, at).flatMap(found -> {
            Proposal next = before.proposal().decide(command, found.given(), at).orRefuse();
            return record.record(visibility, new Transition(before, next, command, found.call(), at));
        });
    }

    private static <T> Mono<T> refuse(Refusal reason) {
        return Mono.error(reason::exception);
    }
}
