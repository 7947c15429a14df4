package org.linli.fund.obligation.wire;

import org.joda.money.Money;
import org.linli.fund.obligation.Accrual;
import org.linli.fund.obligation.Obligation;
import org.linli.platform.event.OutgoingEvent;

import java.util.List;

/** What others are told about obligations. Examples and schemas: {@code docs/events/fund}. */
public final class ObligationEvents {

    public static final String TOPIC = "linli.fund.return-obligation";
    public static final String ACCRUED = "linli.fund.return-obligation.accrued.v1";
    public static final String FUNDED = "linli.fund.return-obligation.funded.v1";

    private ObligationEvents() {}

    /**
     * An accepted statement was counted.
     *
     * @param baseKind what the base is made of
     * @param base what the rate was applied to
     * @param owed after this statement
     * @param change owed after it less owed before it
     */
    public record ReturnObligationAccruedV1(
            String unit,
            String period,
            String statementId,
            String baseKind,
            Money base,
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

    public static List<OutgoingEvent> accrued(List<Accrual> accruals) {
        return accruals.stream().map(ObligationEvents::accrued).toList();
    }

    public static OutgoingEvent accrued(Accrual accrual) {
        Obligation after = accrual.after();
        return event(
                ACCRUED,
                after,
                new ReturnObligationAccruedV1(
                        after.key().unit().value(),
                        after.key().period().toString(),
                        accrual.statement().id(),
                        after.baseKind().name(),
                        after.base(),
                        after.frozen().terms().rate().toString(),
                        after.owed(),
                        accrual.change()));
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
