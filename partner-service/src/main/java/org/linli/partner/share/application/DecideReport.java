package org.linli.partner.share.application;

import org.jspecify.annotations.Nullable;
import org.linli.partner.partner.Reach;
import org.linli.partner.share.Decision;
import org.linli.partner.share.ReportCommand;
import org.linli.partner.share.Share;
import org.linli.partner.share.TurnoverReport;
import org.linli.partner.share.application.TurnoverReports.Series;
import org.linli.partner.share.wire.ShareConfirmedV1;
import org.linli.platform.conditional.ExpectedVersion;
import org.linli.platform.outbox.Outbox;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Carries out the branch's decisions on reports: lock the series, decide, record, tell. Runs inside the caller's
 * transaction, which a refusal rolls back.
 */
@Service
public class DecideReport {

    private final TurnoverReports reports;
    private final Outbox outbox;
    private final Clock clock;

    DecideReport(TurnoverReports reports, Outbox outbox, Clock clock) {
        this.reports = reports;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Empty where there is no such report in the scope. */
    public Mono<UUID> decide(UUID id, ReportCommand command, ExpectedVersion expected, Scope scope) {
        Reach reach = Reach.ofStaff(scope);
        return reports.find(id, reach)
                .map(found -> found.report().reported().key())
                .flatMap(key -> reports.lock(key.agreement(), key.period(), reach))
                .flatMap(series -> reports.find(id, reach)
                        .flatMap(known -> {
                            expected.check(known.revision());
                            return switch (known.report().decide(command, clock.instant())) {
                                case Decision.Refused refused ->
                                    Mono.error(() -> new RefusedException(refused.reason()));
                                case Decision.Done(TurnoverReport.Confirmed confirmed) ->
                                    confirm(known, confirmed, series, reach);
                                case Decision.Done done -> reports.save(id, done.next(), reach);
                            };
                        })
                        .thenReturn(id));
    }

    private Mono<Void> confirm(KnownReport known, TurnoverReport.Confirmed confirmed, Series series, Reach reach) {
        Series next = series.nextEvent();
        return supersede(series, reach).defaultIfEmpty(new Before(null)).flatMap(before -> {
            Share change = confirmed.reported().figures().share().lessThan(before.share());
            return reports.confirm(known.id(), confirmed, change, next, reach)
                    .then(outbox.append(List.of(ShareConfirmedV1.event(known, confirmed, change, next.sequence()))));
        });
    }

    /** What was confirmed before gives way to the correction. */
    private Mono<Before> supersede(Series series, Reach reach) {
        return reports.of(series.agreement(), series.period(), reach)
                .flatMap(all -> Mono.justOrEmpty(all.stream()
                        .filter(one -> one.report() instanceof TurnoverReport.Confirmed)
                        .findFirst()))
                .flatMap(old -> reports.save(
                                old.id(),
                                new TurnoverReport.Superseded(old.report().reported()),
                                reach)
                        .thenReturn(new Before(old.report().reported().figures().share())));
    }

    /** @param share confirmed before, where any was */
    private record Before(@Nullable Share share) {}
}
