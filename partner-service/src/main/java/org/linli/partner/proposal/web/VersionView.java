package org.linli.partner.proposal.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.partner.call.CooperationMode;
import org.linli.partner.proposal.ProposalContent;
import org.linli.partner.proposal.application.ProposalVersions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What a proposal said in one version. */
@Schema(name = "Version")
record VersionView(
        int number,
        @Nullable String title,
        @Nullable String summary,
        @Nullable CooperationMode mode,
        @Nullable Money priceYuan,
        @Nullable Money marketPriceYuan,
        @Nullable BigDecimal sharePercent,
        @Nullable Integer benefitSessions,
        List<ProposalContent.Document> documents,
        String savedBy,
        Instant savedAt) {

    static VersionView of(ProposalVersions.Version version) {
        ProposalContent content = version.content();
        return new VersionView(
                version.number(),
                content.title(),
                content.summary(),
                content.mode(),
                content.price(),
                content.marketPrice(),
                content.sharePercent(),
                content.benefitSessions(),
                content.documents(),
                version.savedBy(),
                version.savedAt());
    }
}
