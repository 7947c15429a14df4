package org.linli.fund.obligation.application;

import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.fund.obligation.Obligation;
import org.linli.fund.obligation.ObligationKey;
import org.linli.fund.obligation.ObligationState;
import org.linli.fund.policy.Figures;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.request.PeriodRange;
import org.linli.platform.unit.Scope;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The obligations, for those who look at them. */
public interface ObligationQueries {

    Mono<Page<Line>> page(Filter filter, PageRequest page);

    Mono<Line> one(Scope scope, ObligationKey key);

    /** The accepted versions that one obligation rests on, the first one first. */
    Mono<List<AccrualLine>> accruals(Scope scope, ObligationKey key);

    /** What other months of the year carried to one obligation, and took back, the first one first. */
    Mono<List<CarryLine>> carried(Scope scope, ObligationKey key);

    /** The money that has moved for one obligation, the first one first. */
    Mono<List<FundingLine>> fundings(Scope scope, ObligationKey key);

    /** How many accepted versions of the scope's branches have been counted. */
    Mono<Long> accepted(Scope scope);

    /** What a list is narrowed to, and its order. */
    record Filter(Scope scope, PeriodRange periods, Optional<ObligationState> state, Order order) {}

    /** In which order obligations are listed; the branch and the period decide where the rest is equal. */
    @Schema(name = "ObligationQueryOrder")
    enum Order {
        UNIT,
        PERIOD,
        /** Largest first. */
        OWED,
        /** Largest first. */
        OUTSTANDING
    }

    /** @param name of the branch, absent where the registry's event has not come yet */
    record Line(Obligation obligation, @Nullable String name) {}

    record AccrualLine(
            String statementId,
            Figures figures,
            Money base,
            Money carried,
            Money owed,
            Money change,
            String acceptedBy,
            Instant acceptedAt) {}

    /** @param statementId of the other month's statement that led to it; @param carried after it */
    record CarryLine(String statementId, Money carried, Money owed, Money change, Instant at) {}

    /** @param reversal the document that took it back, where one did */
    record FundingLine(
            long id,
            Money amount,
            LocalDate date,
            String reference,
            String bookedBy,
            Instant bookedAt,
            @Nullable Long reversal) {}
}
