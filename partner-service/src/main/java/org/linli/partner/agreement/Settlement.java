package org.linli.partner.agreement;

import org.joda.money.Money;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * How the parties part before the agreed time.
 *
 * @param lastDay within the agreed time
 * @param sharesOutstanding what the partner still owes of its shares
 * @param depositReturned to the partner
 * @param depositKept by the branch; both make up the deposit
 */
public record Settlement(
        String reason, LocalDate lastDay, Money sharesOutstanding, Money depositReturned, Money depositKept) {

    /** An end does not take back what was confirmed. @param confirmed months of which a turnover is */
    public Optional<Refusal> leavesOut(List<YearMonth> confirmed) {
        List<YearMonth> after = confirmed.stream()
                .filter(month -> month.isAfter(YearMonth.from(lastDay)))
                .sorted()
                .toList();
        return after.isEmpty() ? Optional.empty() : Optional.of(new Refusal.MonthsConfirmed(lastDay, after));
    }

    Optional<Refusal> mistake(Terms terms) {
        if (lastDay.isBefore(terms.startsOn()) || lastDay.isAfter(terms.endsOn())) {
            return Optional.of(new Refusal.LastDayOutside(terms.startsOn(), terms.endsOn()));
        }
        Money settled = depositReturned.plus(depositKept);
        return settled.isEqual(terms.deposit())
                ? Optional.empty()
                : Optional.of(new Refusal.DepositNotSettled(terms.deposit(), settled));
    }
}
