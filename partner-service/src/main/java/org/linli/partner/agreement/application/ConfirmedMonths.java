package org.linli.partner.agreement.application;

import org.linli.platform.security.Visibility;
import reactor.core.publisher.Mono;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/** Months of an agreement whose turnover was confirmed, as ending it needs them. */
public interface ConfirmedMonths {

    /** In order; months corrected to a turnover of 0.00 are not among them. */
    Mono<List<YearMonth>> of(UUID agreement, Visibility visibility);
}
