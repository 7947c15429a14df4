package org.linli.partner.agreement.application;

import org.linli.partner.proposal.store.AcceptedProposals;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import java.util.UUID;

/** Proposals as the branch has decided on them. */
@Component
class DecidedProposals implements ProposalSource {

    private final AcceptedProposals proposals;

    DecidedProposals(AcceptedProposals proposals) {
        this.proposals = proposals;
    }

    @Override
    public Mono<Accepted> find(UUID id, Scope scope) {
        return proposals
                .find(id, scope)
                .map(found -> new Accepted(found.id(), found.unit(), found.partnerId(), found.title()));
    }
}
