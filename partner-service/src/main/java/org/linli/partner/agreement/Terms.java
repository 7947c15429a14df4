package org.linli.partner.agreement;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What is agreed, as data.
 *
 * @param line code of the business line that the share is booked on
 * @param project of the branch that the share is booked on
 * @param shareRate part of the base that goes back to the branch, 0 to 1 with four places
 * @param taxRate tax contained in the share, 0 to 1 with four places
 * @param promise absent where no price is promised
 * @param room name or id of where the partner works
 * @param hours in words
 * @param sessionsPerYear for the public good, owed each year of the agreement
 * @param startsOn first day
 * @param endsOn last day
 * @param reportDueDay of the month after, by which turnover is reported
 */
public record Terms(
        String line,
        @Nullable String project,
        BigDecimal shareRate,
        ShareBase shareBase,
        BigDecimal taxRate,
        @Nullable PricePromise promise,
        @Nullable String room,
        @Nullable String hours,
        int sessionsPerYear,
        Money deposit,
        LocalDate startsOn,
        LocalDate endsOn,
        int reportDueDay) {

    public static final int USUAL_DUE_DAY = 10;
}
