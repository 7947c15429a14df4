package org.linli.fund.ledger.application;

import org.linli.fund.ledger.Account;
import org.linli.fund.ledger.JournalEntry;
import org.linli.fund.ledger.TrialBalance;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.unit.Scope;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Optional;

/** The ledger, for those who look at it. */
public interface LedgerQueries {

    Mono<TrialBalance> trialBalance(Scope scope);

    /** The latest first. */
    Mono<Page<Booked>> entries(Scope scope, Optional<Account> account, PageRequest page);

    /** An entry as it stands in the journal. */
    record Booked(long id, JournalEntry entry, Instant recordedAt) {}
}
