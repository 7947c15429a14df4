package org.linli.partner.room.web;

import org.linli.partner.partner.Partners;
import org.linli.partner.room.Reach;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Role;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a caller's rights reach: staff their units, partners what is theirs. */
@Component
public class BookingCallers {

    private final Partners partners;

    BookingCallers(Partners partners) {
        this.partners = partners;
    }

    /** @param staff roles whose units count for this route */
    public Mono<Reach> reach(Actor actor, Role... staff) {
        Scope scope = actor.has(staff) ? actor.scope() : Scope.nowhere();
        return actor.has(Role.PARTNER)
                ? partners.ofActor(actor)
                        .map(partner -> new Reach(scope, partner.id()))
                        .defaultIfEmpty(new Reach(scope, null))
                : Mono.just(new Reach(scope, null));
    }
}
