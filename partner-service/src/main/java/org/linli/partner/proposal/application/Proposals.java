package org.linli.partner.proposal.application;

import org.linli.partner.proposal.Proposal;
import org.linli.partner.proposal.ProposalContent;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.security.Visibility;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** All proposals. */
public interface Proposals {

    /** Who saves something, and when. */
    record Stamp(String by, Instant at) {}

    /** Adds a proposal with its first version and what was done with it so far. */
    Mono<StoredProposal> add(NewProposal beginning);

    /** Adds the next version to a proposal that is locked. */
    Mono<Void> addVersion(Visibility visibility, StoredProposal locked, ProposalContent content, Stamp stamp);

    Mono<StoredProposal> find(Visibility visibility, UUID id);

    /** The same, locked until the transaction ends. */
    Mono<StoredProposal> lock(Visibility visibility, UUID id);

    /** Writes the state that a command led to, and counts it. */
    Mono<Void> save(Visibility visibility, Proposal next, long sequence);

    /** Keeps which ranking a decision rests on. */
    Mono<Void> cite(Visibility visibility, UUID id, UUID ranking);

    /** The latest first. */
    Mono<Page<StoredProposal>> page(Visibility visibility, ProposalFilter filter, PageRequest page);

    /** Proposals not handed in whose call has ended. */
    Mono<List<UUID>> overdue(Visibility visibility, Instant at, int limit);
}
