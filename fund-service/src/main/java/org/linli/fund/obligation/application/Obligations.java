package org.linli.fund.obligation.application;

import org.linli.fund.obligation.Accruals;
import org.linli.fund.obligation.Obligation;
import org.linli.fund.obligation.ObligationKey;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import reactor.core.publisher.Mono;

import java.util.Collection;
import java.util.List;

/** The obligations, for those who change them. All of it needs an open transaction. */
public interface Obligations {

    /** Those of the given branches and periods that exist and lie in the scope, locked until the transaction ends. */
    Mono<List<Obligation>> lock(Scope scope, Collection<ObligationKey> keys);

    /** Waits until nobody else accrues for these branches, until the transaction ends. */
    Mono<Void> lockYears(Scope scope, Collection<UnitCode> branches);

    /** One of them, or empty. */
    default Mono<Obligation> lock(Scope scope, ObligationKey key) {
        return lock(scope, List.of(key))
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()));
    }

    /** Adds the accruals and brings each obligation to its state after them, whatever their number in a few statements. */
    Mono<Void> record(Scope scope, Accruals accruals);

    /** Brings a locked obligation to its state after a funding, or after one was taken back. */
    Mono<Void> recordFunding(Scope scope, Obligation funded);
}
