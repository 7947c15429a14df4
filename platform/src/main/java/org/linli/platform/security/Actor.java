package org.linli.platform.security;

import org.linli.platform.unit.Scope;

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
}
