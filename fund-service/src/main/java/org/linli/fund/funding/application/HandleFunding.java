package org.linli.fund.funding.application;

import org.linli.fund.funding.FundObligation;
import org.linli.fund.funding.Funding;
import org.linli.fund.obligation.FundingDecision;
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

    /** What came of a command. */
    public sealed interface Outcome {

        record Booked(Funding funding, Obligation after) implements Outcome {}

        record Refused(FundingRefusal reason) implements Outcome {}
    }

    /** Empty where the caller's scope holds no such obligation. */
    public Mono<Outcome> handle(FundObligation command, Actor by) {
        LocalDate today = StreetTime.today(clock);
        return obligations
                .lock(by.scope(), command.key())
                .map(obligation -> obligation.fund(command.amount(), command.date(), today))
                .flatMap(decision -> switch (decision) {
                    case FundingDecision.Funded(Obligation next) -> book(command, next, by);
                    case FundingDecision.Refused(FundingRefusal reason) -> Mono.just(new Outcome.Refused(reason));
                });
    }

    private Mono<Outcome> book(FundObligation command, Obligation next, Actor by) {
        return fundings.add(by.scope(), command, by.subject())
                .<Outcome>flatMap(funding -> record(by.scope(), funding, next))
                .defaultIfEmpty(new Outcome.Refused(
                        new FundingRefusal.ReferenceUsed(command.reference().text())));
    }

    private Mono<Outcome> record(Scope scope, Funding funding, Obligation next) {
        var told = ObligationEvents.funded(next, String.valueOf(funding.id()), funding.amount());
        return movement.record(scope, next, funding.entry(), List.of(told))
                .thenReturn(new Outcome.Booked(funding, next));
    }
}
