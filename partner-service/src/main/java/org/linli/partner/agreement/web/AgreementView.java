package org.linli.partner.agreement.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.partner.agreement.Agreement;
import org.linli.partner.agreement.Parties;
import org.linli.partner.agreement.PriceItem;
import org.linli.partner.agreement.Settlement;
import org.linli.partner.agreement.Signature;
import org.linli.partner.agreement.Terms;
import org.linli.partner.agreement.Version;
import org.linli.partner.agreement.application.StoredAgreement;
import org.linli.platform.unit.UnitCode;

import java.time.Instant;
import java.util.List;

@Schema(name = "Agreement", description = "What a branch and a partner have agreed 合作协议")
record AgreementView(
        @Schema(example = "0198c0de-0000-7000-8000-000000000001")
        String id,

        UnitCode unit,
        @Nullable String unitName,
        String partnerId,
        @Schema(example = "杏林堂诊所") String partner,
        String proposalId,
        String title,

        @Schema(example = "SIGNED", description = "DRAFT, SIGNED, AMENDING, ENDED, EXPIRED or DISCARDED")
        String state,

        @Schema(description = "Number of the version in force, or of the last that was; absent before") @Nullable
        Integer inForce,

        @Schema(description = "All versions, the oldest first")
        List<VersionView> versions,

        @Schema(description = "The agreement that this one renews") @Nullable
        String predecessor,

        @Schema(description = "The agreement that renews this one") @Nullable
        String successor,

        @Nullable SettlementView settlement,
        String createdBy,
        Instant createdAt,

        @Schema(description = "Counts every change; the ETag")
        long version) {

    @Schema(name = "AgreementVersion")
    record VersionView(
            int number,
            TermsView terms,
            @Nullable SignatureView partnerSignature,
            @Nullable SignatureView branchSignature,

            @Schema(description = "With the later of both signatures") @Nullable
            Instant effectiveAt) {

        static VersionView of(Version version) {
            return new VersionView(
                    version.number(),
                    TermsView.of(version.terms()),
                    SignatureView.of(version.partner()),
                    SignatureView.of(version.branch()),
                    version.effectiveAt().orElse(null));
        }
    }

    @Schema(name = "AgreementSignature")
    record SignatureView(String by, Instant at, @Nullable String evidence) {
        static @Nullable SignatureView of(@Nullable Signature signature) {
            return signature == null ? null : new SignatureView(signature.by(), signature.at(), signature.evidence());
        }
    }

    @Schema(name = "AgreementTerms")
    record TermsView(
            String line,
            @Nullable String project,
            @Schema(example = "0.1500") String shareRate,
            String shareBase,
            @Schema(example = "0.0000") String taxRate,
            @Nullable String pricePercent,
            List<PriceItem> priceList,
            @Nullable String room,
            @Nullable String hours,
            int sessionsPerYear,
            Money deposit,
            String startsOn,
            String endsOn,
            int reportDueDay) {

        static TermsView of(Terms terms) {
            return new TermsView(
                    terms.line(),
                    terms.project(),
                    terms.shareRate().toPlainString(),
                    terms.shareBase().name(),
                    terms.taxRate().toPlainString(),
                    terms.promise() == null ? null : terms.promise().percent().toPlainString(),
                    terms.promise() == null ? List.of() : terms.promise().list(),
                    terms.room(),
                    terms.hours(),
                    terms.sessionsPerYear(),
                    terms.deposit(),
                    terms.startsOn().toString(),
                    terms.endsOn().toString(),
                    terms.reportDueDay());
        }
    }

    @Schema(name = "AgreementSettlement")
    record SettlementView(
            String reason, String lastDay, Money sharesOutstanding, Money depositReturned, Money depositKept) {

        static @Nullable SettlementView of(Agreement agreement) {
            if (!(agreement instanceof Agreement.Ended ended)) {
                return null;
            }
            Settlement settlement = ended.settlement();
            return new SettlementView(
                    settlement.reason(),
                    settlement.lastDay().toString(),
                    settlement.sharesOutstanding(),
                    settlement.depositReturned(),
                    settlement.depositKept());
        }
    }

    static AgreementView of(StoredAgreement known) {
        Parties parties = known.agreement().parties();
        return new AgreementView(
                parties.id().toString(),
                parties.unit(),
                known.unitName(),
                parties.partner().toString(),
                known.partnerName(),
                parties.proposal().toString(),
                known.title(),
                known.agreement().state(),
                known.versions().stream()
                        .filter(Version::isSigned)
                        .map(Version::number)
                        .max(Integer::compare)
                        .orElse(null),
                known.versions().stream().map(VersionView::of).toList(),
                parties.predecessor() == null ? null : parties.predecessor().toString(),
                known.successor(),
                SettlementView.of(known.agreement()),
                known.createdBy(),
                known.createdAt(),
                known.revision());
    }
}
