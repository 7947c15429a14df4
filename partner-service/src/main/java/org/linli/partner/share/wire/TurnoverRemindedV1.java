package org.linli.partner.share.wire;

import org.linli.partner.share.application.LateReports.LateReport;
import org.linli.platform.event.OutgoingEvent;

/**
 * Data of {@value #TYPE}.
 *
 * @param title of the agreement
 * @param dueOn the day until which it should have been reported
 * @param reminders how often it was brought to mind, this time included
 */
public record TurnoverRemindedV1(
        String agreementId,
        String partnerId,
        String partner,
        String unit,
        String title,
        String period,
        String dueOn,
        int daysLate,
        int reminders) {

    public static final String TOPIC = "linli.partner.turnover";
    public static final String TYPE = "linli.partner.turnover.reminded.v1";

    /** Subject: agreement and period; key: the branch; in the order of the reminders. */
    public static OutgoingEvent event(LateReport late) {
        return new OutgoingEvent(
                TOPIC, TYPE, late.agreementId() + "/" + late.period(), late.unit(), late.reminders(), of(late));
    }

    private static TurnoverRemindedV1 of(LateReport late) {
        return new TurnoverRemindedV1(
                late.agreementId(),
                late.partnerId(),
                late.partner(),
                late.unit(),
                late.title(),
                late.period(),
                late.dueOn(),
                late.daysLate(),
                late.reminders());
    }
}
