package org.linli.partner.share.wire;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.partner.share.ReportKey;
import org.linli.partner.share.Share;
import org.linli.partner.share.TurnoverReport;
import org.linli.partner.share.application.StoredReport;
import org.linli.platform.event.OutgoingEvent;

import java.time.Instant;

/**
 * Data of {@value #TYPE}.
 *
 * @param share whole share of this version
 * @param change that less the share confirmed before: the amount to book
 * @param tax part of the change
 * @param entryNo under it the change is booked once
 * @param date last day of the period
 */
public record ShareConfirmedV1(
        String shareId,
        String agreementId,
        String partnerId,
        String partner,
        String unit,
        String period,
        int version,
        String line,
        @Nullable String project,
        Money turnover,
        String base,
        String rate,
        Money share,
        Money change,
        Money tax,
        String entryNo,
        String date,
        String confirmedBy,
        Instant confirmedAt) {

    public static final String TOPIC = "linli.partner.share";
    public static final String TYPE = "linli.partner.share.confirmed.v1";

    /** Subject: agreement and period; key: the branch. */
    public static OutgoingEvent event(
            StoredReport known, TurnoverReport.Confirmed confirmed, Share change, long sequence) {
        ReportKey key = confirmed.reported().key();
        return new OutgoingEvent(
                TOPIC, TYPE, key.subject(), known.unit().value(), sequence, of(known, confirmed, change));
    }

    private static ShareConfirmedV1 of(StoredReport known, TurnoverReport.Confirmed confirmed, Share change) {
        ReportKey key = confirmed.reported().key();
        return new ShareConfirmedV1(
                known.id().toString(),
                key.agreement().toString(),
                known.partner().toString(),
                known.partnerName(),
                known.unit().value(),
                key.period().toString(),
                key.version(),
                known.booking().line(),
                known.booking().project(),
                confirmed.reported().figures().turnover(),
                known.booking().base().name(),
                known.booking().rate().toPlainString(),
                confirmed.reported().figures().share().amount(),
                change.amount(),
                change.tax(),
                key.entryNo(),
                key.period().atEndOfMonth().toString(),
                confirmed.by(),
                confirmed.at());
    }
}
