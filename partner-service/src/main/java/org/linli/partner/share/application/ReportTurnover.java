package org.linli.partner.share.application;

import org.jspecify.annotations.Nullable;
import org.linli.partner.agreement.Parties;
import org.linli.partner.agreement.Version;
import org.linli.partner.agreement.application.Agreements;
import org.linli.partner.agreement.application.StoredAgreement;
import org.linli.partner.history.ShanghaiDay;
import org.linli.partner.share.Deadline;
import org.linli.partner.share.Figures;
import org.linli.partner.share.NewReport;
import org.linli.partner.share.PeriodTerms;
import org.linli.partner.share.Refusal;
import org.linli.partner.share.ReportKey;
import org.linli.partner.share.Share;
import org.linli.partner.share.StatedFigures;
import org.linli.partner.share.TurnoverReport;
import org.linli.partner.share.application.TurnoverReports.Series;
import org.linli.platform.decision.Decision;
import org.linli.platform.security.Visibility;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes a partner's report: computes the share by the terms of the period, answers what was disputed. Runs inside the
 * caller's transaction; a refusal writes nothing, so that one bad row of a file holds up no good one.
 */
@Service
public class ReportTurnover {

    private final Agreements agreements;
    private final TurnoverReports reports;
    private final Clock clock;

    ReportTurnover(Agreements agreements, TurnoverReports reports, Clock clock) {
        this.agreements = agreements;
        this.reports = reports;
        this.clock = clock;
    }

    /** What a partner sends. */
    public record Draft(
            UUID agreement,
            YearMonth period,
            StatedFigures given,
            List<String> evidence,
            @Nullable String note) {}

    /** Why not, or the report's id; a refusal writes nothing. Empty where there is no such agreement of the caller's. */
    public Mono<Decision<UUID, Refusal>> report(Draft draft, String by, Visibility visibility) {
        return agreements.find(draft.agreement(), visibility).flatMap(known -> report(known, draft, by, visibility));
    }

    private Mono<Decision<UUID, Refusal>> report(StoredAgreement known, Draft draft, String by, Visibility visibility) {
        return reports.of(draft.agreement(), draft.period(), visibility)
                .flatMap(before -> forPeriod(known, draft.period(), before)
                        .map(ReportTurnover::refused)
                        .orElseGet(() -> inSeries(known, draft, by, visibility)));
    }

    /** What was confirmed once stays confirmed, so this needs no lock; a refused row leaves no series behind. */
    private Optional<Refusal> forPeriod(StoredAgreement known, YearMonth period, List<StoredReport> before) {
        return confirmed(before) == null
                ? NewReport.forPeriod(known.agreement(), known.signed(), period, today())
                : Optional.empty();
    }

    private Mono<Decision<UUID, Refusal>> inSeries(
            StoredAgreement known, Draft draft, String by, Visibility visibility) {
        Version terms = PeriodTerms.of(known.signed(), draft.period());
        return reports.lock(draft.agreement(), draft.period(), visibility)
                .flatMap(series -> reports.of(draft.agreement(), draft.period(), visibility)
                        .flatMap(before -> NewReport.after(
                                        latest(before), confirmed(before), terms.terms(), draft.given())
                                .map(ReportTurnover::refused)
                                .orElseGet(() -> take(
                                        known.agreement().parties(), series, before, terms, draft, by, visibility))));
    }

    private Mono<Decision<UUID, Refusal>> take(
            Parties parties,
            Series series,
            List<StoredReport> before,
            Version terms,
            Draft draft,
            String by,
            Visibility visibility) {
        Series next = series.nextVersion();
        StatedFigures given = draft.given();
        Figures figures =
                new Figures(given.turnover(), given.cost(), Share.of(terms.terms(), given.turnover(), given.cost()));
        var report = new TurnoverReport.Reported(
                new ReportKey(draft.agreement(), draft.period(), next.version()), figures, by, clock.instant());
        int late = Deadline.of(draft.period(), terms.terms().reportDueDay()).daysLate(today());
        var fresh = new NewReportVersion(report, parties, terms, draft.evidence(), draft.note(), late);
        return answer(before, visibility)
                .then(Mono.defer(() -> reports.add(fresh, next, visibility)))
                .map(Decision::accept);
    }

    private static Mono<Decision<UUID, Refusal>> refused(Refusal reason) {
        return Mono.just(Decision.refuse(reason));
    }

    private Mono<Void> answer(List<StoredReport> before, Visibility visibility) {
        return before.isEmpty() || !(before.getLast().report() instanceof TurnoverReport.Disputed disputed)
                ? Mono.empty()
                : reports.save(before.getLast().id(), new TurnoverReport.Answered(disputed.reported()), visibility);
    }

    private static @Nullable TurnoverReport latest(List<StoredReport> reports) {
        return reports.isEmpty() ? null : reports.getLast().report();
    }

    private static @Nullable TurnoverReport confirmed(List<StoredReport> reports) {
        return reports.stream()
                .map(StoredReport::report)
                .filter(TurnoverReport.Confirmed.class::isInstance)
                .findFirst()
                .orElse(null);
    }

    private LocalDate today() {
        return ShanghaiDay.today(clock);
    }
}
