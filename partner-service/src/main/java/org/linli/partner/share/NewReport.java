package org.linli.partner.share;

import org.jspecify.annotations.Nullable;
import org.linli.partner.agreement.Agreement;
import org.linli.partner.agreement.ShareBase;
import org.linli.partner.agreement.Terms;
import org.linli.partner.agreement.Version;
import org.linli.platform.request.PeriodRange;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Whether a report may come at all. */
public final class NewReport {

    private NewReport() {}

    /**
     * Whether the agreement has a share for that period that can be reported today. Asked of months without a confirmed
     * report: one with it stays correctable, whatever has become of the agreement.
     */
    public static Optional<Refusal> forPeriod(
            Agreement agreement, List<Version> signed, YearMonth period, LocalDate today) {
        if (signed.isEmpty()) {
            return Optional.of(new Refusal.NotInForce(agreement.state()));
        }
        PeriodRange covered = covered(agreement, signed);
        if (!covered.holds(period)) {
            return Optional.of(new Refusal.PeriodOutside(covered.first(), covered.last()));
        }
        YearMonth latest = YearMonth.from(today).minusMonths(1);
        return period.isAfter(latest) ? Optional.of(new Refusal.PeriodNotOver(latest)) : Optional.empty();
    }

    /**
     * Whether a report that waits may be confirmed: the agreement may have ended since it came.
     *
     * @param confirmed that it would correct, if any: then it may
     */
    public static Optional<Refusal> confirmable(
            Agreement agreement, List<Version> signed, YearMonth period, @Nullable TurnoverReport confirmed) {
        PeriodRange covered = covered(agreement, signed);
        return confirmed != null || covered.holds(period)
                ? Optional.empty()
                : Optional.of(new Refusal.EndedBefore(period, covered.first(), covered.last()));
    }

    /** The months that an agreement covers as it stands. */
    private static PeriodRange covered(Agreement agreement, List<Version> signed) {
        Terms terms = signed.getLast().terms();
        return new PeriodRange(YearMonth.from(terms.startsOn()), YearMonth.from(lastDay(agreement, terms)));
    }

    private static LocalDate lastDay(Agreement agreement, Terms terms) {
        return agreement instanceof Agreement.Ended ended ? ended.settlement().lastDay() : terms.endsOn();
    }

    /** Whether these figures may follow the latest version there is. */
    public static Optional<Refusal> after(
            @Nullable TurnoverReport latest, @Nullable TurnoverReport confirmed, Terms terms, StatedFigures given) {
        if (terms.shareBase() == ShareBase.PROFIT && given.cost() == null) {
            return Optional.of(new Refusal.CostMissing());
        }
        if (latest instanceof TurnoverReport.Reported waits) {
            return Optional.of(new Refusal.ReportWaits(waits.key().version()));
        }
        return confirmed != null && given.equals(StatedFigures.of(confirmed))
                ? Optional.of(
                        new Refusal.NothingCorrected(confirmed.reported().key().version()))
                : Optional.empty();
    }
}
