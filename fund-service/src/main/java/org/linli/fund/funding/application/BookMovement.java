package org.linli.fund.funding.application;

import org.linli.fund.ledger.JournalEntry;
import org.linli.fund.ledger.application.Journal;
import org.linli.fund.obligation.Obligation;
import org.linli.fund.obligation.application.Obligations;
import org.linli.platform.event.OutgoingEvent;
import org.linli.platform.outbox.Outbox;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import java.util.List;

/** Records what a movement of money does to its locked obligation, in the books and in what others are told. */
@Component
class BookMovement {

    private final Obligations obligations;
    private final Journal journal;
    private final Outbox outbox;

    BookMovement(Obligations obligations, Journal journal, Outbox outbox) {
        this.obligations = obligations;
        this.journal = journal;
        this.outbox = outbox;
    }

    Mono<Void> record(Scope scope, Obligation next, JournalEntry entry, List<OutgoingEvent> told) {
        return obligations
                .recordFunding(scope, next)
                .then(journal.book(scope, List.of(entry)))
                .then(told.isEmpty() ? Mono.empty() : outbox.append(told));
    }
}
