package org.linli.partner.proposal.application;

import org.linli.partner.partner.PartnerRef;
import org.linli.partner.partner.Partners;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Role;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds out what a caller reaches. */
@Component
public class Reaches {

    private final Partners partners;

    Reaches(Partners partners) {
        this.partners = partners;
    }

    /** For reading: as somebody of a unit, of a partner, or both. */
    public Mono<Reach> of(Actor actor) {
        Reach staff = Reach.staff(actor);
        return actor.has(Role.PARTNER)
                ? partners.ofActor(actor).map(PartnerRef::id).map(staff::and).defaultIfEmpty(staff)
                : Mono.just(staff);
    }

    /** For a partner's own commands; empty where the caller acts for none. */
    public Mono<Reach> own(Actor actor) {
        return partners.ofActor(actor).map(PartnerRef::id).map(Reach::own);
    }
}
