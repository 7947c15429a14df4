package org.linli.partner.proposal.application;

import org.linli.partner.call.application.StoredCall;
import org.linli.partner.partner.PartnerRef;
import org.linli.partner.proposal.Proposal;
import org.linli.partner.proposal.ProposalContent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How a proposal begins.
 *
 * @param call that it answers
 * @param handedIn whether it is handed in at once
 */
public record NewProposal(
        PartnerRef partner, StoredCall call, ProposalContent content, boolean handedIn, String by, Instant at) {

    public static final int FIRST_VERSION = 1;

    /** What its history says of it. */
    public List<String> actions() {
        return handedIn ? List.of("DRAFTED", "SUBMITTED") : List.of("DRAFTED");
    }

    /** Number of its last event: a draft is nobody's business yet. */
    public long sequence() {
        return handedIn ? 1 : 0;
    }

    /** The proposal, once its row is there. */
    public StoredProposal begun(UUID id, long version) {
        return new StoredProposal(
                handedIn ? new Proposal.Submitted(id, by, at) : new Proposal.Draft(id),
                call.call().id(),
                call.call().terms().unit(),
                call.unitName(),
                partner,
                content,
                FIRST_VERSION,
                handedIn ? at : null,
                null,
                version,
                sequence(),
                by,
                at);
    }
}
