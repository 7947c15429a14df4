package org.linli.fund.ledger.application;

import org.linli.fund.ledger.JournalEntry;
import org.linli.platform.unit.Scope;
import reactor.core.publisher.Mono;

import java.util.List;

/** The journal, for those who book. */
public interface Journal {

    /**
     * Adds entries with their postings and moves the balances of the sub-accounts they touch, whatever their number in
     * a fixed number of statements. Needs an open transaction.
     *
     * @return fails with {@link IllegalArgumentException} where an entry's branch lies outside the scope
     */
    Mono<Void> book(Scope scope, List<JournalEntry> entries);
}
