package org.linli.fund.ledger.application;

import org.jspecify.annotations.Nullable;
import org.linli.fund.ledger.Account;
import org.linli.fund.ledger.JournalEntry;
import org.linli.fund.ledger.TrialBalance;
import org.linli.platform.unit.Scope;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The ledger, for those who look at it. */
public interface LedgerQueries {

    Mono<TrialBalance> trialBalance(Scope scope);

    /** Up to {@code limit} entries, the latest first, older than the given one. */
    Mono<List<Booked>> entries(Scope scope, Optional<Account> account, @Nullable Long before, int limit);

    /** An entry as it stands in the journal. */
    record Booked(long id, JournalEntry entry, Instant recordedAt) {}
}
