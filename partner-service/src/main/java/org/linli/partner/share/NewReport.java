package org.linli.partner.share;

import org.jspecify.annotations.Nullable;
import org.linli.partner.agreement.Agreement;
import org.linli.partner.agreement.ShareBase;
import org.linli.partner.agreement.Terms;
import org.linli.partner.agreement.Version;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Whether a report may come at all. */
public final class NewReport {

    private NewReport() {}

    /** Whether the agreement has a share for that period that can be reported today. */
    public static Optional<Refusal> forPeriod(
            Agreement agreement, List<Version> signed, YearMonth period, LocalDate today) {
        if (signed.isEmpty()) {
            return Optional.of(new Refusal.NotInForce(agreement.state()));
        }
        YearMonth from = YearMonth.from(signed.getLast().terms().startsOn());
        YearMonth to = YearMonth.from(lastDay(agreement, signed.getLast().terms()));
        if (period.isBefore(from) || period.isAfter(to)) {
            return Optional.of(new Refusal.PeriodOutside(from, to));
        }
        YearMonth latest = YearMonth.from(today).minusMonths(1);
        return period.isAfter(latest) ? Optional.of(new Refusal.PeriodNotOver(latest)) : Optional.empty();
    }

    private static LocalDate lastDay(Agreement agreement, Terms terms) {
        return agreement instanceof Agreement.Ended ended ? ended.settlement().lastDay() : terms.endsOn();
    }

    /** Whether these figures may follow the latest version there is. */
    public static Optional<Refusal> after(
            @Nullable TurnoverReport latest, @Nullable TurnoverReport confirmed, Terms terms, Given given) {
        if (terms.shareBase() == ShareBase.PROFIT && given.cost() == null) {
            return Optional.of(new Refusal.CostMissing());
        }
        if (latest instanceof TurnoverReport.Reported waits) {
            return Optional.of(new Refusal.ReportWaits(waits.key().version()));
        }
        return confirmed != null && given.equals(Given.of(confirmed))
                ? Optional.of(
                        new Refusal.NothingCorrected(confirmed.reported().key().version()))
                : Optional.empty();
    }
}
