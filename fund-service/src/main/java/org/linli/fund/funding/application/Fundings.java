package org.linli.fund.funding.application;

import org.linli.fund.funding.FundObligation;
import org.linli.fund.funding.Funding;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.request.PeriodRange;
import org.linli.platform.unit.Scope;
import reactor.core.publisher.Mono;

/** All fundings. */
public interface Fundings {

    /** Adds one, or gives nothing where its reference is booked for the branch and period already. */
    Mono<Funding> add(Scope scope, FundObligation command, String bookedBy);

    /** The latest first. */
    Mono<Page<Funding>> page(Scope scope, PeriodRange periods, PageRequest page);

    Mono<Funding> one(Scope scope, long id);
}
