package org.linli.partner.partner;

import org.linli.platform.security.Actor;
import org.linli.platform.security.Role;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who calls, and what they reach: staff their units, partners what is theirs. */
@Component
public class Callers {

    static final Role[] STAFF = {Role.CITY, Role.HQ, Role.BRANCH_HEAD, Role.BRANCH_CLERK, Role.AUDITOR};

    private final Partners partners;

    Callers(Partners partners) {
        this.partners = partners;
    }

    public Mono<Reach> reach(Actor actor) {
        return reach(actor, STAFF);
    }

    /** @param staff roles whose units count for this route */
    public Mono<Reach> reach(Actor actor, Role... staff) {
        Scope scope = actor.has(staff) ? actor.scope() : Scope.nowhere();
        return actor.has(Role.PARTNER)
                ? partners.ofActor(actor).map(own -> new Reach(scope, own.id())).defaultIfEmpty(Reach.ofStaff(scope))
                : Mono.just(Reach.ofStaff(scope));
    }
}
