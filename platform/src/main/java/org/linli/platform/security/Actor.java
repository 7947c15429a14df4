package org.linli.platform.security;

import org.linli.platform.problem.Problem;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;

import java.util.Arrays;
import java.util.Set;

/**
 * Who calls, as the verified token states it. A controller takes it as an argument.
 *
 * @param subject the token's subject: stable, kept in history
 * @param name for people to read
 * @param roles what the caller may do
 * @param scope the subtrees of units in which they may do it
 */
public record Actor(String subject, String name, Set<Role> roles, Scope scope) {

    /** A caller without a token, as public routes see one. */
    public static final Actor ANONYMOUS = new Actor("anonymous", "anonymous", Set.of(), Scope.nowhere());

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role... any) {
        return Arrays.stream(any).anyMatch(roles::contains);
    }

    /** Whether they are of a unit, and so may read what belongs to it. */
    public boolean isStaff() {
        return has(Role.CITY, Role.HQ, Role.BRANCH_HEAD, Role.BRANCH_CLERK, Role.AUDITOR);
    }

    /** Whether they keep the suite running: city or HQ with rights over every unit. */
    public boolean operates() {
        return has(Role.CITY, Role.HQ) && scope.isEverywhere();
    }

    /**
     * The unit of that code.
     *
     * @throws org.linli.platform.problem.ProblemException 404 for what is no unit and for another's
     */
    public UnitCode covered(String code) {
        return UnitCode.parse(code)
                .filter(scope::covers)
                .orElseThrow(() -> Problem.notFound("The unit").exception());
    }
}
