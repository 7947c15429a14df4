package org.linli.partner.share.application;

import org.linli.partner.share.Share;
import org.linli.partner.share.TurnoverReport;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.security.Visibility;
import reactor.core.publisher.Mono;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/** All turnover reports. */
public interface TurnoverReports {

    Mono<StoredReport> find(UUID id, Visibility visibility);

    Mono<Page<StoredReport>> page(Visibility visibility, ReportFilter filter, PageRequest page);

    /** Locks the series of an agreement and period until the transaction ends, making it where there is none. */
    Mono<Series> lock(UUID agreement, YearMonth period, Visibility visibility);

    /** Its versions, the oldest first. */
    Mono<List<StoredReport>> of(UUID agreement, YearMonth period, Visibility visibility);

    /** @return id of the new report */
    Mono<UUID> add(NewReportVersion fresh, Series series, Visibility visibility);

    /** Writes the state that a command led to. */
    Mono<Void> save(UUID id, TurnoverReport next, Visibility visibility);

    /** The same for a confirmation, with what it books. */
    Mono<Void> confirm(UUID id, TurnoverReport.Confirmed confirmed, Share change, Series series, Visibility visibility);

    /**
     * How far an agreement and period has come.
     *
     * @param version of its last report
     * @param sequence of its last event
     */
    record Series(UUID agreement, YearMonth period, int version, long sequence) {

        Series nextVersion() {
            return new Series(agreement, period, version + 1, sequence);
        }

        Series nextEvent() {
            return new Series(agreement, period, version, sequence + 1);
        }
    }
}
