package org.linli.fund.funding.application;

import org.linli.fund.funding.Funding;
import org.linli.fund.funding.Reversal;
import org.linli.fund.funding.ReverseFunding;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.request.PeriodRange;
import org.linli.platform.unit.Scope;
import reactor.core.publisher.Mono;

/** All fundings that were taken back. */
public interface Reversals {

    /** Adds one, or gives nothing where its reference is booked for the branch and period already. */
    Mono<Reversal> add(Scope scope, Funding funding, ReverseFunding command, String bookedBy);

    /** The latest first. */
    Mono<Page<Reversal>> page(Scope scope, PeriodRange periods, PageRequest page);

    Mono<Reversal> one(Scope scope, long id);
}
