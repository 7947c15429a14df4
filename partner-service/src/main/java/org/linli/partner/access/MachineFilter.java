package org.linli.partner.access;

import org.linli.partner.sandbox.Sandbox;
import org.linli.platform.problem.ProblemWriter;
import org.linli.platform.security.AccessRequirement;
import org.linli.platform.security.Actor;
import org.linli.platform.security.ActorAuthentication;
import org.linli.platform.security.Role;
import org.linli.platform.security.TokenClient;
import org.linli.platform.unit.Scope;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

import java.security.Principal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Lets a partner's machine through to what the scopes of its credential open, as itself: its client id is who acted; that
 * of a sandbox into the sandbox. Persons pass as they came. After the token was verified and the route has looked at the
 * role and at the token's own scopes.
 */
@Component
class MachineFilter implements WebFilter, Ordered {

    private final Machines machines;
    private final ProblemWriter problems;

    MachineFilter(Machines machines, ProblemWriter problems) {
        this.machines = machines;
        this.problems = problems;
    }

    /** After Spring Security's filters, which stand at -100. */
    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getPrincipal()
                .ofType(ActorAuthentication.class)
                .flatMap(this::caller)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(caller -> caller.isEmpty() ? chain.filter(exchange) : admit(caller.get(), exchange, chain));
    }

    private Mono<Caller> caller(ActorAuthentication token) {
        return Mono.justOrEmpty(token.client())
                .flatMap(client -> machines.of(client).map(machine -> new Caller(token, client, machine)));
    }

    private Mono<Void> admit(Caller caller, ServerWebExchange exchange, WebFilterChain chain) {
        if (!caller.machine().live()) {
            return problems.write(exchange, AccessProblems.ended());
        }
        AccessRequirement.of(exchange).check(caller.granted());
        return pass(caller, exchange, chain);
    }

    private static Mono<Void> pass(Caller caller, ServerWebExchange exchange, WebFilterChain chain) {
        Mono<Void> served = chain.filter(exchange.mutate()
                .principal(Mono.<Principal>just(caller.token().as(caller.actor())))
                .build());
        if (!caller.machine().sandbox()) {
            return served;
        }
        exchange.getResponse().getHeaders().set(Sandbox.HEADER, "true");
        return served.contextWrite(Sandbox::enter);
    }

    private record Caller(ActorAuthentication token, TokenClient client, Machine machine) {

        /** What both the credential and the token have; a token that names none has all of the credential. */
        Set<String> granted() {
            Set<String> both = new HashSet<>(machine.scopes());
            if (!client.scopes().isEmpty()) {
                both.retainAll(client.scopes());
            }
            return both;
        }

        Actor actor() {
            return new Actor(machine.clientId(), token.getPrincipal().name(), Set.of(Role.PARTNER), Scope.nowhere());
        }
    }
}
