package org.linli.fund.obligation.wire;

import org.joda.money.Money;
import org.linli.fund.obligation.Accrual;
import org.linli.fund.obligation.Obligation;
import org.linli.platform.event.OutgoingEvent;

import java.util.stream.Stream;

/** What others are told about obligations. Examples and schemas: {@code docs/events/fund}. */
public final class ObligationEvents {

    public static final String TOPIC = "linli.fund.return-obligation";
    public static final String ACCRUED = "linli.fund.return-obligation.accrued.v1";
    public static final String FUNDED = "linli.fund.return-obligation.funded.v1";
    public static final String FUNDING_REVERSED = "linli.fund.return-obligation.funding-reversed.v1";

    private ObligationEvents() {}

    /**
     * An accepted statement was counted: one of that period, or one of another month of the year that a negative base is
     * carried from or to.
     *
     * @param baseKind what the base is made of
     * @param base of the period's own figures
     * @param carried what other months of the year bring to it: the rate is applied to both together, where that is above
     *     zero
     * @param owed after this statement
     * @param change owed after it less owed before it
     */
    public record ReturnObligationAccruedV1(
            String unit,
            String period,
            String statementId,
            String baseKind,
            Money base,
            Money carried,
            String rate,
            Money owed,
            Money change) {}

    /**
     * Money moved to cover an obligation.
     *
     * @param funded sum of all fundings so far, this one included
     */
    public record ReturnObligationFundedV1(
            String unit, String period, String fundingId, Money amount, Money funded, Money owed) {}

    /** Its own month first, then each other month that it carried to. */
    public static Stream<OutgoingEvent> accrued(Accrual accrual) {
        String statement = accrual.statement().id();
        return Stream.concat(
                Stream.of(accrued(accrual.after(), statement, accrual.change())),
                accrual.carriedOver().stream().map(month -> accrued(month.after(), statement, month.change())));
    }

    private static OutgoingEvent accrued(Obligation after, String statement, Money change) {
        return event(
                ACCRUED,
                after,
                new ReturnObligationAccruedV1(
                        after.key().unit().value(),
                        after.key().period().toString(),
                        statement,
                        after.baseKind().name(),
                        after.base(),
                        after.carried(),
                        after.frozen().terms().rate().toString(),
                        after.owed(),
                        change));
    }

    /**
     * A funding was taken back: the money went back to the bank.
     *
     * @param reversalId the document that took it back
     * @param amount of the funding, above zero
     * @param funded sum of all fundings that stand after it
     */
    public record ReturnObligationFundingReversedV1(
            String unit,
            String period,
            String reversalId,
            String fundingId,
            Money amount,
            String reason,
            Money funded,
            Money owed) {}

    public static OutgoingEvent fundingReversed(
            Obligation after, String reversalId, String fundingId, Money amount, String reason) {
        return event(
                FUNDING_REVERSED,
                after,
                new ReturnObligationFundingReversedV1(
                        after.key().unit().value(),
                        after.key().period().toString(),
                        reversalId,
                        fundingId,
                        amount,
                        reason,
                        after.funded(),
                        after.owed()));
    }

    public static OutgoingEvent funded(Obligation after, String fundingId, Money amount) {
        return event(
                FUNDED,
                after,
                new ReturnObligationFundedV1(
                        after.key().unit().value(),
                        after.key().period().toString(),
                        fundingId,
                        amount,
                        after.funded(),
                        after.owed()));
    }

    private static OutgoingEvent event(String type, Obligation after, Object data) {
        return new OutgoingEvent(
                TOPIC, type, after.key().subject(), after.key().unit().value(), after.sequence(), data);
    }
}
