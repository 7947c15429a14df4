package org.linli.platform.testing;

import org.linli.platform.security.Role;

import java.util.function.Supplier;

/**
 * A call that is served, for tests that begin with one.
 *
 * @param route method and path
 * @param token of somebody who may make it, good at the time it is asked for
 * @param call prepared anew each time, with what it needs
 */
public record ValidCall(String route, Supplier<String> token, Supplier<Call> call) {

    static ValidCall of(Route route, Owner owner) {
        Role role = route.allowed().iterator().next();
        return new ValidCall(
                route.name(),
                () -> TestTokens.token(role, route.scope(owner, role)),
                () -> route.validCall(owner, role));
    }
}
