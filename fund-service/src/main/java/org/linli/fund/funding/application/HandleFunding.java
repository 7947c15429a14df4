package org.linli.fund.funding.application;

import org.linli.fund.funding.FundObligation;
import org.linli.fund.funding.Funding;
import org.linli.fund.obligation.FundingRefusal;
import org.linli.fund.obligation.Obligation;
import org.linli.fund.obligation.application.Obligations;
import org.linli.fund.obligation.wire.ObligationEvents;
import org.linli.platform.security.Actor;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.StreetTime;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Books a funding inside the caller's transaction: obligation, journal and event, or none of them. */
@Component
public class HandleFunding {

    private final Obligations obligations;
    private final Fundings fundings;
    private final BookMovement movement;
    private final Clock clock;

    HandleFunding(Obligations obligations, Fundings fundings, BookMovement movement, Clock clock) {
        this.obligations = obligations;
        this.fundings = fundings;
        this.movement = movement;
        this.clock = clock;
    }

    /** @param after the obligation as the funding leaves it */
    public record Booked(Funding funding, Obligation after) {}

    /** Empty where the caller's scope holds no such obligation. */
    public Mono<Booked> handle(FundObligation command, Actor by) {
        LocalDate today = StreetTime.today(clock);
        return obligations
                .lock(by.scope(), command.key())
                .map(obligation ->
                        obligation.fund(command.amount(), command.date(), today).orRefuse())
                .flatMap(next -> book(command, next, by));
    }

    private Mono<Booked> book(FundObligation command, Obligation next, Actor by) {
        return fundings.add(by.scope(), command, by.subject())
                .switchIfEmpty(Mono.error(
                        new FundingRefusal.ReferenceUsed(command.reference().text())::exception))
                .flatMap(funding -> record(by.scope(), funding, next));
    }

    private Mono<Booked> record(Scope scope, Funding funding, Obligation next) {
        var told = ObligationEvents.funded(next, String.valueOf(funding.id()), funding.amount());
        return movement.record(scope, next, funding.entry(), List.of(told)).thenReturn(new Booked(funding, next));
    }
}
