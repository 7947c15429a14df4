package org.linli.partner.proposal.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.partner.call.CooperationMode;
import org.linli.partner.proposal.Proposal;
import org.linli.partner.proposal.ProposalContent;
import org.linli.partner.proposal.Remark;
import org.linli.partner.proposal.application.ProposalVersions;
import org.linli.partner.proposal.application.StoredProposal;
import org.linli.platform.unit.UnitCode;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Schema(name = "Proposal", description = "A proposal; the history only where one proposal is asked for")
record ProposalView(
        UUID id,
        UUID callId,
        UnitCode unit,
        @Nullable String unitName,
        UUID partnerId,
        String partner,
        @Nullable String title,
        @Nullable String summary,
        @Nullable CooperationMode mode,
        @Nullable Money priceYuan,
        @Nullable Money marketPriceYuan,

        @Schema(example = "15.00") @Nullable BigDecimal sharePercent,

        @Nullable Integer benefitSessions,
        List<ProposalContent.Document> documents,

        @Schema(
                example = "SUBMITTED",
                allowableValues = {
                    "DRAFT",
                    "SUBMITTED",
                    "NEEDS_CHANGES",
                    "IN_TRIAL",
                    "ACCEPTED",
                    "REJECTED",
                    "WITHDRAWN",
                    "EXPIRED"
                })
        String state,

        List<Remark> remarks,
        List<String> reasons,

        @Schema(description = "The frozen ranking that the decision cites") @Nullable
        UUID ranking,

        @Schema(description = "Number of the version shown") int contentVersion,
        long version,
        Instant createdAt,
        @Nullable Instant submittedAt,
        @Nullable Instant decidedAt,
        List<ProposalVersions.Step> history) {

    static ProposalView of(StoredProposal found) {
        return of(found, List.of());
    }

    static ProposalView of(StoredProposal found, List<ProposalVersions.Step> history) {
        ProposalContent content = found.content();
        Proposal proposal = found.proposal();
        return new ProposalView(
                found.id(),
                found.callId(),
                found.unit(),
                found.unitName(),
                found.partner().id(),
                found.partner().name(),
                content.title(),
                content.summary(),
                content.mode(),
                content.price(),
                content.marketPrice(),
                content.sharePercent(),
                content.benefitSessions(),
                content.documents(),
                proposal.state(),
                proposal instanceof Proposal.NeedsChanges needs ? needs.remarks() : List.of(),
                reasons(proposal),
                found.ranking(),
                found.contentVersion(),
                found.version(),
                found.createdAt(),
                found.submittedAt(),
                decidedAt(proposal),
                history);
    }

    private static List<String> reasons(Proposal proposal) {
        return switch (proposal) {
            case Proposal.Accepted accepted -> accepted.reasons();
            case Proposal.Rejected rejected -> rejected.reasons();
            default -> List.of();
        };
    }

    private static @Nullable Instant decidedAt(Proposal proposal) {
        return switch (proposal) {
            case Proposal.Accepted accepted -> accepted.decidedAt();
            case Proposal.Rejected rejected -> rejected.decidedAt();
            default -> null;
        };
    }
}
