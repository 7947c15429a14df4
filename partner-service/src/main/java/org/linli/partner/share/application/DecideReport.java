package org.linli.partner.share.application;

import org.jspecify.annotations.Nullable;
import org.linli.partner.agreement.application.Agreements;
import org.linli.partner.share.NewReport;
import org.linli.partner.share.ReportCommand;
import org.linli.partner.share.Share;
import org.linli.partner.share.TurnoverReport;
import org.linli.partner.share.application.TurnoverReports.Series;
import org.linli.partner.share.wire.ShareConfirmedV1;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.outbox.Outbox;
import org.linli.platform.security.Visibility;
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
    private final Agreements agreements;
    private final Outbox outbox;
    private final Clock clock;

    DecideReport(TurnoverReports reports, Agreements agreements, Outbox outbox, Clock clock) {
        this.reports = reports;
        this.agreements = agreements;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Empty where there is no such report in the scope. */
    public Mono<UUID> decide(UUID id, ReportCommand command, ExpectedVersion expected, Scope scope) {
        Visibility visibility = Visibility.of(scope);
        return reports.find(id, visibility)
                .map(found -> found.report().reported().key())
                .flatMap(key -> reports.lock(key.agreement(), key.period(), visibility))
                .flatMap(series -> reports.find(id, visibility)
                        .flatMap(known -> {
                            expected.check(known.revision());
                            TurnoverReport next = known.report()
                                    .decide(command, clock.instant())
                                    .orRefuse();
                            return next instanceof TurnoverReport.Confirmed confirmed
                                    ? confirm(known, confirmed, series, visibility)
                                    : reports.save(id, next, visibility);
                        })
                        .thenReturn(id));
    }

    private Mono<Void> confirm(
            StoredReport known, TurnoverReport.Confirmed confirmed, Series series, Visibility visibility) {
        return before(series, visibility)
                .flatMap(before -> covered(series, before, visibility)
                        .then(Mono.defer(() -> book(known, confirmed, before, series, visibility))));
    }

    private Mono<Before> before(Series series, Visibility visibility) {
        return reports.of(series.agreement(), series.period(), visibility)
                .map(all -> new Before(all.stream()
                        .filter(one -> one.report() instanceof TurnoverReport.Confirmed)
                        .findFirst()
                        .orElse(null)));
    }

    /** The agreement stays locked, so that nobody ends it before this month meanwhile. */
    private Mono<Void> covered(Series series, Before before, Visibility visibility) {
        return agreements
                .lock(series.agreement(), visibility)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("no agreement " + series.agreement())))
                .flatMap(known -> NewReport.confirmable(
                                known.agreement(), known.signed(), series.period(), before.report())
                        .<Mono<Void>>map(reason -> Mono.error(reason::exception))
                        .orElseGet(Mono::empty));
    }

    private Mono<Void> book(
            StoredReport known,
            TurnoverReport.Confirmed confirmed,
            Before before,
            Series series,
            Visibility visibility) {
        Series next = series.nextEvent();
        Share change = confirmed.reported().figures().share().lessThan(before.share());
        return supersede(before, visibility)
                .then(Mono.defer(() -> reports.confirm(known.id(), confirmed, change, next, visibility)))
                .then(outbox.append(List.of(ShareConfirmedV1.event(known, confirmed, change, next.sequence()))));
    }

    /** What was confirmed before gives way to the correction. */
    private Mono<Void> supersede(Before before, Visibility visibility) {
        StoredReport old = before.known();
        return old == null
                ? Mono.empty()
                : reports.save(
                        old.id(), new TurnoverReport.Superseded(old.report().reported()), visibility);
    }

    /** @param known that is confirmed, where any is */
    private record Before(@Nullable StoredReport known) {

        @Nullable
        TurnoverReport report() {
            return known == null ? null : known.report();
        }

        @Nullable
        Share share() {
            return known == null ? null : known.report().reported().figures().share();
        }
    }
}
