package org.linli.fund.funding.application;

import org.linli.fund.funding.Funding;
import org.linli.fund.funding.Reversal;
import org.linli.fund.funding.ReversalRefusal;
import org.linli.fund.funding.ReverseFunding;
import org.linli.fund.obligation.Obligation;
import org.linli.fund.obligation.application.Obligations;
import org.linli.fund.obligation.wire.ObligationEvents;
import org.linli.platform.event.OutgoingEvent;
import org.linli.platform.security.Actor;
import org.linli.platform.unit.StreetTime;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;

/** Takes a funding back inside the caller's transaction: obligation, journal and event, or none of them. */
@Component
@EnableConfigurationProperties(FundEvents.class)
public class HandleReversal {

    private final Obligations obligations;
    private final Fundings fundings;
    private final Reversals reversals;
    private final BookMovement movement;
    private final FundEvents events;
    private final Clock clock;

    HandleReversal(
            Obligations obligations,
            Fundings fundings,
            Reversals reversals,
            BookMovement movement,
            FundEvents events,
            Clock clock) {
        this.obligations = obligations;
        this.fundings = fundings;
        this.reversals = reversals;
        this.movement = movement;
        this.events = events;
        this.clock = clock;
    }

    /** @param after the obligation as the reversal leaves it */
    public record Booked(Reversal reversal, Obligation after) {}

    /** Empty where the caller's scope holds no such funding. */
    public Mono<Booked> handle(ReverseFunding command, Actor by) {
        return fundings.one(by.scope(), command.fundingId())
                .flatMap(found -> obligations.lock(by.scope(), found.key()))
                .flatMap(obligation -> fundings.one(by.scope(), command.fundingId())
                        .flatMap(funding -> decide(command, funding, obligation, by)));
    }

    private Mono<Booked> decide(ReverseFunding command, Funding funding, Obligation obligation, Actor by) {
        return funding.refusesReversal(command.date(), StreetTime.today(clock))
                .<Mono<Booked>>map(reason -> Mono.error(reason::exception))
                .orElseGet(() -> book(command, funding, obligation.withoutFunding(funding.amount()), by));
    }

    private Mono<Booked> book(ReverseFunding command, Funding funding, Obligation next, Actor by) {
        return reversals
                .add(by.scope(), funding, command, by.subject())
                .switchIfEmpty(Mono.error(
                        new ReversalRefusal.ReferenceUsed(command.reference().text())::exception))
                .flatMap(reversal -> record(reversal, next, by));
    }

    private Mono<Booked> record(Reversal reversal, Obligation lowered, Actor by) {
        Obligation next = events.fundingReversed() ? lowered.withNextEvent() : lowered;
        return movement.record(by.scope(), next, reversal.entry(), told(reversal, next))
                .thenReturn(new Booked(reversal, next));
    }

    /** An event that nobody is told takes no place in the obligation's sequence. */
    private List<OutgoingEvent> told(Reversal reversal, Obligation after) {
        return events.fundingReversed()
                ? List.of(ObligationEvents.fundingReversed(
                        after,
                        String.valueOf(reversal.id()),
                        String.valueOf(reversal.fundingId()),
                        reversal.amount(),
                        reversal.reason()))
                : List.of();
    }
}
