package org.linli.company.share;

import org.linli.company.entry.EntryDraft;
import org.linli.company.entry.application.EntryOutcome;
import org.linli.company.entry.application.RecordEntries;
import org.linli.platform.event.IncomingEvent;
import org.linli.platform.event.PoisonEvent;
import org.linli.platform.inbox.EventConsumer;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Role;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Books confirmed shares as revenue entries of their branches, by the rules of every entry. Its number comes with the
 * event, so that a share is booked once however often it is told. What the rules refuse goes to the dead letters with
 * their reason.
 */
@Component
class BookShares implements EventConsumer {

    private static final String NAME = "company.share";

    /** The system's own hand: the event was authorised where it was made. */
    private static final Actor BOOKS =
            new Actor(NAME, "partners' shares", Set.of(Role.BRANCH_CLERK), Scope.everywhere());

    private final RecordEntries entries;

    BookShares(RecordEntries entries) {
        this.entries = entries;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return Set.of(ShareConfirmedV1.TOPIC);
    }

    @Override
    public Mono<Void> apply(List<IncomingEvent> events) {
        List<EntryDraft> drafts = events.stream()
                .filter(event -> event.type().equals(ShareConfirmedV1.TYPE))
                .map(event -> event.as(ShareConfirmedV1.class))
                .filter(share -> !share.movesNothing())
                .map(ShareConfirmedV1::draft)
                .toList();
        return drafts.isEmpty() ? Mono.empty() : entries.record(drafts, BOOKS).flatMap(BookShares::allTaken);
    }

    private static Mono<Void> allTaken(List<EntryOutcome> outcomes) {
        String refused = outcomes.stream()
                .filter(outcome -> outcome.kind() == EntryOutcome.Kind.REFUSED)
                .map(BookShares::reason)
                .collect(Collectors.joining("; "));
        return refused.isEmpty() ? Mono.empty() : Mono.error(() -> new PoisonEvent(refused));
    }

    private static String reason(EntryOutcome outcome) {
        return outcome.entryNo() + ": "
                + outcome.errors().stream()
                        .map(error -> error.field() + " " + error.reason() + " (expected: " + error.expected() + ")")
                        .collect(Collectors.joining(", "));
    }
}
