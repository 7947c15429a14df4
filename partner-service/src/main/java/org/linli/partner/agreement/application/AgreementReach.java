package org.linli.partner.agreement.application;

import org.linli.partner.agreement.Reach;
import org.linli.partner.partner.Partners;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Role;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a caller may see: staff by their units, a partner by whom it acts for, whatever units its token names. */
@Component
public class AgreementReach {

    private static final Role[] STAFF = {Role.CITY, Role.HQ, Role.BRANCH_HEAD, Role.BRANCH_CLERK, Role.AUDITOR};

    private final Partners partners;

    AgreementReach(Partners partners) {
        this.partners = partners;
    }

    public Mono<Reach> of(Actor actor) {
        Scope scope = actor.has(STAFF) ? actor.scope() : Scope.nowhere();
        if (!actor.has(Role.PARTNER)) {
            return Mono.just(Reach.ofStaff(scope));
        }
        return partners.ofActor(actor).map(own -> new Reach(scope, own.id())).defaultIfEmpty(Reach.ofStaff(scope));
    }
}
