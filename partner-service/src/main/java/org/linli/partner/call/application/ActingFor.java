package org.linli.partner.call.application;

import org.linli.platform.security.Actor;
import org.linli.platform.security.Role;
import org.linli.platform.unit.UnitCode;
import org.linli.platform.unit.UnitLevel;
import org.springframework.security.access.AccessDeniedException;

/** Who acts for a unit: the branch's own people for a branch, HQ for its street. Reading is another matter. */
public final class ActingFor {

    private ActingFor() {}

    /**
     * @param branchRoles that may do it where the unit is a branch
     * @throws AccessDeniedException where the caller, who sees the unit, does not act for it
     */
    public static void check(Actor actor, UnitCode unit, Role... branchRoles) {
        boolean may =
                unit.isCommunity() ? actor.has(branchRoles) : unit.level() == UnitLevel.STREET && actor.has(Role.HQ);
        if (!may) {
            throw new AccessDeniedException("not for " + unit);
        }
    }
}
