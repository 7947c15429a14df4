package org.linli.fund.funding.application;

import org.jspecify.annotations.Nullable;
import org.linli.fund.funding.FundObligation;
import org.linli.fund.funding.Funding;
import org.linli.platform.request.PeriodRange;
import org.linli.platform.unit.Scope;
import reactor.core.publisher.Mono;

import java.util.List;

/** All fundings. */
public interface Fundings {

    /** Adds one, or gives nothing where its reference is booked for the branch and period already. */
    Mono<Funding> add(Scope scope, FundObligation command, String bookedBy);

    /** Up to {@code limit} fundings, the latest first, older than the given one. */
    Mono<List<Funding>> list(Scope scope, PeriodRange periods, @Nullable Long before, int limit);

    Mono<Funding> one(Scope scope, long id);
}
