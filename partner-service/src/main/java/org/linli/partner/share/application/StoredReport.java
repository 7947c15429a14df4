package org.linli.partner.share.application;

import org.jspecify.annotations.Nullable;
import org.linli.partner.agreement.ShareBase;
import org.linli.partner.share.Share;
import org.linli.partner.share.TurnoverReport;
import org.linli.platform.unit.UnitCode;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * A report with what the tables know beside its state.
 *
 * @param termsVersion of the agreement, that counted for the period
 * @param change what its confirmation booked; absent before
 * @param reason why it was disputed
 */
public record StoredReport(
        UUID id,
        TurnoverReport report,
        UnitCode unit,
        @Nullable String unitName,
        UUID partner,
        String partnerName,
        Booking booking,
        int termsVersion,
        List<String> evidence,
        @Nullable String note,
        int daysLate,
        @Nullable Share change,
        @Nullable String decidedBy,
        java.time.@Nullable Instant decidedAt,
        @Nullable String reason,
        long revision) {

    /** How the share is computed and where it is booked. */
    public record Booking(String line, @Nullable String project, ShareBase base, BigDecimal rate, BigDecimal taxRate) {}
}
