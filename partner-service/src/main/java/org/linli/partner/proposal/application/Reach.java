package org.linli.partner.proposal.application;

import org.linli.platform.security.Actor;
import org.linli.platform.security.Role;
import org.linli.platform.unit.Scope;

import java.util.UUID;

/**
 * Whose proposals a caller reaches: those handed in to the units of a scope, and those of one partner.
 *
 * @param scope of somebody of a unit; nowhere for others
 * @param partner that the caller acts for, {@link #NOBODY} for others
 * @param drafts whether the scope reaches drafts too, as only the clock does
 */
public record Reach(Scope scope, UUID partner, boolean drafts) {

    /** No partner has this id. */
    public static final UUID NOBODY = new UUID(0, 0);

    static final Reach CLOCK = new Reach(Scope.everywhere(), NOBODY, true);

    private static final Role[] READERS = {Role.CITY, Role.HQ, Role.BRANCH_HEAD, Role.BRANCH_CLERK, Role.AUDITOR};

    /** What somebody of a unit reaches. */
    public static Reach staff(Actor actor) {
        return new Reach(actor.has(READERS) ? actor.scope() : Scope.nowhere(), NOBODY, false);
    }

    /** What somebody of a partner reaches. */
    static Reach own(UUID partner) {
        return new Reach(Scope.nowhere(), partner, false);
    }

    Reach and(UUID ownPartner) {
        return new Reach(scope, ownPartner, drafts);
    }
}
