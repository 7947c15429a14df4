package org.linli.company.consolidation.web;

import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Role;
import org.linli.platform.unit.UnitCode;
import org.linli.platform.unit.UnitLevel;

/** Who may read which consolidation: HQ, city and auditors all of their scope, a branch its own figures alone. */
final class ConsolidationAccess {

    private ConsolidationAccess() {}

    /** @throws org.linli.platform.problem.ProblemException 404 for what is no unit, another's, or above a branch */
    static UnitCode scope(Actor actor, String code) {
        return UnitCode.parse(code)
                .filter(unit -> actor.scope().covers(unit) && (consolidates(actor) || unit.isCommunity()))
                .orElseThrow(() -> Problem.notFound("The unit").exception());
    }

    /** The level that may be listed: the one asked for, or only branches for those who see no consolidation. */
    static @Nullable UnitLevel level(Actor actor, @Nullable UnitLevel asked) {
        if (consolidates(actor)) {
            return asked;
        }
        if (asked != null && asked != UnitLevel.COMMUNITY) {
            throw Problem.notFound("That level").exception();
        }
        return UnitLevel.COMMUNITY;
    }

    private static boolean consolidates(Actor actor) {
        return actor.has(Role.HQ, Role.CITY, Role.AUDITOR);
    }
}
