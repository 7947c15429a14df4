package org.linli.partner.agreement.wire;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.partner.agreement.Agreement;
import org.linli.partner.agreement.Parties;
import org.linli.partner.agreement.Settlement;
import org.linli.partner.agreement.Terms;
import org.linli.partner.agreement.Version;
import org.linli.platform.event.OutgoingEvent;

import java.time.Instant;

/** Makes the events of topic {@value #TOPIC}. Examples and schemas: {@code docs/events/partner}. */
public final class AgreementEvents {

    public static final String TOPIC = "linli.partner.agreement";

    private AgreementEvents() {}

    /** A version that took effect: the first as {@code signed}, a later one as {@code amended}. */
    public static OutgoingEvent signed(Agreement.Signed signed, String partner, long sequence) {
        Parties parties = signed.parties();
        Version version = signed.inForce();
        Terms terms = version.terms();
        return event(
                version.number() == 1 ? "signed" : "amended",
                parties,
                sequence,
                new InForceV1(
                        parties.id().toString(),
                        parties.unit().value(),
                        parties.partner().toString(),
                        partner,
                        parties.proposal().toString(),
                        parties.predecessor() == null
                                ? null
                                : parties.predecessor().toString(),
                        version.number(),
                        terms.line(),
                        terms.project(),
                        terms.shareRate().toPlainString(),
                        terms.shareBase().name(),
                        terms.taxRate().toPlainString(),
                        terms.sessionsPerYear(),
                        terms.deposit(),
                        terms.startsOn().toString(),
                        terms.endsOn().toString(),
                        version.effectiveAt().orElseThrow()));
    }

    public static OutgoingEvent ended(Agreement.Ended ended, String partner, String by, Instant at, long sequence) {
        Settlement settlement = ended.settlement();
        return event(
                "ended",
                ended.parties(),
                sequence,
                new EndedV1(
                        ended.parties().id().toString(),
                        ended.parties().unit().value(),
                        ended.parties().partner().toString(),
                        partner,
                        "EXIT",
                        settlement.reason(),
                        settlement.lastDay().toString(),
                        settlement.sharesOutstanding(),
                        settlement.depositReturned(),
                        settlement.depositKept(),
                        by,
                        at));
    }

    public static OutgoingEvent expired(
            Agreement.Expired expired, String partner, String by, Instant at, long sequence) {
        return event(
                "ended",
                expired.parties(),
                sequence,
                new EndedV1(
                        expired.parties().id().toString(),
                        expired.parties().unit().value(),
                        expired.parties().partner().toString(),
                        partner,
                        "EXPIRY",
                        null,
                        expired.inForce().terms().endsOn().toString(),
                        null,
                        null,
                        null,
                        by,
                        at));
    }

    private static OutgoingEvent event(String what, Parties parties, long sequence, Object data) {
        return new OutgoingEvent(
                TOPIC,
                TOPIC + "." + what + ".v1",
                parties.id().toString(),
                parties.unit().value(),
                sequence,
                data);
    }

    record InForceV1(
            String agreementId,
            String unit,
            String partnerId,
            String partner,
            String proposalId,
            @Nullable String predecessor,
            int version,
            String line,
            @Nullable String project,
            String shareRate,
            String shareBase,
            String taxRate,
            int sessionsPerYear,
            Money deposit,
            String startsOn,
            String endsOn,
            Instant effectiveAt) {}

    /** @param how EXIT or EXPIRY; an expiry settles nothing */
    record EndedV1(
            String agreementId,
            String unit,
            String partnerId,
            String partner,
            String how,
            @Nullable String reason,
            String lastDay,
            @Nullable Money sharesOutstanding,
            @Nullable Money depositReturned,
            @Nullable Money depositKept,
            String endedBy,
            Instant endedAt) {}
}
