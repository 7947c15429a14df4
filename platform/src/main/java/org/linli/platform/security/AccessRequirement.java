package org.linli.platform.security;

import org.linli.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;

import java.util.Set;

/** What a route asks of a machine: {@link RouteGuard} finds it by the route's handler. */
public sealed interface AccessRequirement {

    /** It is anybody's. */
    record Nothing() implements AccessRequirement {}

    /** It is a person's. */
    record Person() implements AccessRequirement {}

    /** Its token must have this scope. */
    record Granted(String scope) implements AccessRequirement {

        /** Whether these let into what the scope stands for: to write includes to read. */
        boolean isIn(Set<String> granted) {
            return granted.contains(scope) || granted.contains(scope.replace(":read", ":write"));
        }
    }

    /** That of the request's route, once the route is known; nothing where no handler answers. */
    static AccessRequirement of(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(RouteGuard.DEMAND, new Nothing());
    }

    /**
     * Refuses a machine that has these scopes and no others.
     *
     * @throws org.linli.platform.problem.ProblemException (403) where the route asks for another, or for a person
     */
    default void check(Set<String> granted) {
        switch (this) {
            case Nothing nothing -> {}
            case Person person -> throw forPersons().exception();
            case Granted demand
            when !demand.isIn(granted) -> throw lacks(demand.scope()).exception();
            case Granted met -> {}
        }
    }

    private static Problem lacks(String scope) {
        return Problem.of("insufficient-scope", HttpStatus.FORBIDDEN, "The token lacks the scope for this")
                .detail("This call needs the scope " + scope + ".")
                .with("scope", scope);
    }

    private static Problem forPersons() {
        return Problem.of("persons-only", HttpStatus.FORBIDDEN, "A person does this, not a machine")
                .detail("Sign in as the partner itself.");
    }
}
