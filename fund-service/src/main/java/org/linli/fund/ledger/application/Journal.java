package org.linli.fund.ledger.application;

import org.linli.fund.ledger.JournalEntry;
import reactor.core.publisher.Mono;

import java.util.List;

/** The journal, for those who book. */
public interface Journal {

    /**
     * Adds entries with their postings and moves the balances of the sub-accounts they touch, whatever their number in
     * a fixed number of statements. Needs an open transaction. The branches are those of the entries: who may book for
     * them is decided by the caller.
     */
    Mono<Void> book(List<JournalEntry> entries);
}
