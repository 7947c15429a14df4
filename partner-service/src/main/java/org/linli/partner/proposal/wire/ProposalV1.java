package org.linli.partner.proposal.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.linli.partner.call.CooperationMode;
import org.linli.partner.proposal.Proposal;
import org.linli.partner.proposal.ProposalCommand;
import org.linli.partner.proposal.Remark;
import org.linli.partner.proposal.application.StoredProposal;
import org.linli.partner.proposal.wire.ProposalEventsToWire.About;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Data of the events, each with what it is {@code about} beside its own fields. */
final class ProposalV1 {

    private ProposalV1() {}

    record Submitted(
            @JsonUnwrapped About about,
            int contentVersion,
            String title,
            CooperationMode mode,
            String submittedBy,
            String submittedAt) {}

    record ChangesRequested(@JsonUnwrapped About about, List<Remark> remarks, String requestedBy) {}

    record TrialStarted(@JsonUnwrapped About about, String startedBy, String startedAt) {}

    record Accepted(
            @JsonUnwrapped About about,
            String title,
            String line,
            CooperationMode mode,
            List<String> reasons,
            String decidedBy,
            String decidedAt) {}

    record Rejected(@JsonUnwrapped About about, List<String> reasons, String decidedBy, String decidedAt) {}

    record Withdrawn(@JsonUnwrapped About about, String withdrawnBy) {}

    record Expired(@JsonUnwrapped About about, String expiredAt) {}

    static Submitted submitted(About about, StoredProposal proposal, String by, Instant at) {
        return new Submitted(about, proposal.contentVersion(), title(proposal), mode(proposal), by, at.toString());
    }

    static ChangesRequested changesRequested(About about, ProposalCommand.RequestChanges request) {
        return new ChangesRequested(about, request.remarks(), request.by());
    }

    static TrialStarted trialStarted(About about, String by, Instant at) {
        return new TrialStarted(about, by, at.toString());
    }

    static Accepted accepted(About about, StoredProposal proposal, Proposal.Accepted accepted, String line) {
        return new Accepted(
                about,
                title(proposal),
                line,
                mode(proposal),
                accepted.reasons(),
                accepted.decidedBy(),
                accepted.decidedAt().toString());
    }

    static Rejected rejected(About about, Proposal.Rejected rejected) {
        return new Rejected(
                about,
                rejected.reasons(),
                rejected.decidedBy(),
                rejected.decidedAt().toString());
    }

    static Withdrawn withdrawn(About about, String by) {
        return new Withdrawn(about, by);
    }

    static Expired expired(About about, Instant at) {
        return new Expired(about, at.toString());
    }

    /** A proposal that was handed in has both. */
    private static String title(StoredProposal proposal) {
        return Objects.requireNonNull(proposal.content().title());
    }

    private static CooperationMode mode(StoredProposal proposal) {
        return Objects.requireNonNull(proposal.content().mode());
    }
}
