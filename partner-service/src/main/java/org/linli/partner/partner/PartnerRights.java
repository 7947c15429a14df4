package org.linli.partner.partner;

import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Role;
import org.linli.platform.unit.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import java.util.UUID;

/** Which partners a caller may reach: staff all of them, a partner itself, and personal data only for a reason. */
@Component
class PartnerRights {

    private static final Role[] ANSWERABLE = {Role.HQ, Role.BRANCH_HEAD};

    private final Partners partners;
    private final PartnerReads reads;
    private final PartnerUnitLinks ties;

    PartnerRights(Partners partners, PartnerReads reads, PartnerUnitLinks ties) {
        this.partners = partners;
        this.reads = reads;
        this.ties = ties;
    }

    /** The partner as the caller may see it: all standings of oneself, otherwise those in one's own units. */
    Mono<StoredPartner> visible(UUID id, Actor actor) {
        return owns(id, actor)
                .flatMap(own -> {
                    if (own) {
                        return reads.find(id, Scope.everywhere()).map(StoredPartner::toItself);
                    }
                    return actor.isStaff() ? reads.find(id, actor.scope()) : Mono.empty();
                })
                .switchIfEmpty(Mono.error(PartnerRights::notFound));
    }

    /** Whether the caller acts for this partner. */
    Mono<Boolean> owns(UUID id, Actor actor) {
        return actor.has(Role.PARTNER)
                ? partners.ofActor(actor).map(ref -> ref.id().equals(id)).defaultIfEmpty(false)
                : Mono.just(false);
    }

    /** Fails with 404 unless the partner is the caller's, or has dealings in units that the caller answers for. */
    Mono<Void> mayOpen(UUID id, Actor actor) {
        return owns(id, actor)
                .flatMap(own -> own || !actor.has(ANSWERABLE) ? Mono.just(own) : ties.within(id, actor.scope()))
                .flatMap(may -> may ? Mono.empty() : Mono.error(PartnerRights::notFound));
    }

    static RuntimeException notFound() {
        return Problem.notFound("The partner").exception();
    }
}
