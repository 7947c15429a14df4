package org.linli.partner.proposal.application;

import org.linli.partner.call.OpenCall;
import org.linli.partner.call.application.OpenCalls;
import org.linli.partner.call.application.StoredCall;
import org.linli.partner.document.Document;
import org.linli.partner.document.Documents;
import org.linli.partner.partner.ActingPartner;
import org.linli.partner.partner.PartnerStatus;
import org.linli.partner.partner.PartnerStatuses;
import org.linli.partner.proposal.CallStatus;
import org.linli.partner.proposal.Completeness;
import org.linli.partner.proposal.DecisionContext;
import org.linli.partner.proposal.ProposalContent;
import org.linli.platform.security.Visibility;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds what a decision on a proposal depends on: the call it answers, and how its partner stands in the street. */
@Component
class LoadDecisionContext {

    private final OpenCalls calls;
    private final PartnerStatuses standings;
    private final Documents documents;

    LoadDecisionContext(OpenCalls calls, PartnerStatuses standings, Documents documents) {
        this.calls = calls;
        this.standings = standings;
        this.documents = documents;
    }

    record Found(StoredCall call, DecisionContext given) {}

    Mono<Found> of(StoredProposal proposal, Instant at) {
        return calls.find(Scope.everywhere(), proposal.callId())
                .flatMap(call -> standings
                        .of(proposal.partner().id(), call.call().terms().unit())
                        .flatMap(standing ->
                                of(call, new ActingPartner(proposal.partner(), standing), proposal.content(), at)));
    }

    /** A call that proposals may answer, or might have; empty where nobody has published such a one. */
    Mono<StoredCall> published(UUID callId) {
        return calls.find(Scope.everywhere(), callId)
                .filter(found -> found.call() instanceof OpenCall.Published || found.call() instanceof OpenCall.Closed);
    }

    Mono<Found> of(StoredCall call, ActingPartner partner, ProposalContent content, Instant at) {
        UUID id = partner.ref().id();
        PartnerStatus standing = partner.standing();
        return uploaded(id, content)
                .flatMap(uploaded -> unfinished(id, content, uploaded)
                        .map(unfinished ->
                                Completeness.missing(content, call.call().terms(), uploaded, unfinished)))
                .map(missing -> new DecisionContext(
                        standing(call.call(), at),
                        missing,
                        standing.isActive() ? null : Objects.requireNonNullElse(standing.reason(), "")))
                .map(given -> new Found(call, given));
    }

    private Mono<Set<UUID>> unfinished(UUID partner, ProposalContent content, Set<UUID> uploaded) {
        List<UUID> lacking =
                named(content).stream().filter(id -> !uploaded.contains(id)).toList();
        return lacking.isEmpty()
                ? Mono.just(Set.of())
                : documents.unfinished(Visibility.ofOwner(partner), lacking).collect(Collectors.toSet());
    }

    private static List<UUID> named(ProposalContent content) {
        return content.documents().stream()
                .map(ProposalContent.Document::documentId)
                .toList();
    }

    private Mono<Set<UUID>> uploaded(UUID partner, ProposalContent content) {
        List<UUID> named = named(content);
        return named.isEmpty()
                ? Mono.just(Set.of())
                : documents
                        .ofPartner(Visibility.ofOwner(partner), named)
                        .map(Document::id)
                        .collect(Collectors.toSet());
    }

    private static CallStatus standing(OpenCall call, Instant at) {
        return call.takesProposals(at)
                ? CallStatus.OPEN
                : call instanceof OpenCall.Cancelled ? CallStatus.CANCELLED : CallStatus.CLOSED;
    }
}
