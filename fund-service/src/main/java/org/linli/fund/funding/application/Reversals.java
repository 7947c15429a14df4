package org.linli.fund.funding.application;

import org.jspecify.annotations.Nullable;
import org.linli.fund.funding.Funding;
import org.linli.fund.funding.Reversal;
import org.linli.fund.funding.ReverseFunding;
import org.linli.platform.request.PeriodRange;
import org.linli.platform.unit.Scope;
import reactor.core.publisher.Mono;

import java.util.List;

/** All fundings that were taken back. */
public interface Reversals {

    /** Adds one, or gives nothing where its reference is booked for the branch and period already. */
    Mono<Reversal> add(Scope scope, Funding funding, ReverseFunding command, String bookedBy);

    /** Up to {@code limit} reversals, the latest first, older than the given one. */
    Mono<List<Reversal>> list(Scope scope, PeriodRange periods, @Nullable Long before, int limit);

    Mono<Reversal> one(Scope scope, long id);
}
