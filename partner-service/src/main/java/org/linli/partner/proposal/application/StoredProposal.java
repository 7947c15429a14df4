package org.linli.partner.proposal.application;

import org.jspecify.annotations.Nullable;
import org.linli.partner.partner.PartnerRef;
import org.linli.partner.proposal.Proposal;
import org.linli.partner.proposal.ProposalContent;
import org.linli.platform.unit.UnitCode;

import java.time.Instant;
import java.util.UUID;

/**
 * A proposal as it stands in the table.
 *
 * @param content of its newest version, or of the last one handed in where a unit reads it
 * @param contentVersion number of that version
 * @param submittedAt when it was last handed in
 * @param ranking that its decision cites; absent where none was made
 * @param version of every change
 * @param sequence of its last event, 0 where there was none
 */
public record StoredProposal(
        Proposal proposal,
        UUID callId,
        UnitCode unit,
        @Nullable String unitName,
        PartnerRef partner,
        ProposalContent content,
        int contentVersion,
        @Nullable Instant submittedAt,
        @Nullable UUID ranking,
        long version,
        long sequence,
        String createdBy,
        Instant createdAt) {

    public UUID id() {
        return proposal.id();
    }
}
