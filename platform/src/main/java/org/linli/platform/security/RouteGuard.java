package org.linli.platform.security;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import java.util.Set;

/**
 * Lets a request through to its handler only by what stands on the handler: {@link Allowed} with one of the caller's
 * roles, or {@link Public}; a token that is limited to scopes also needs that of {@link RequiredScope}, and where there is
 * none a person is asked for. A handler of ours with neither of the first two stops the start-up, so no route can be
 * forgotten.
 */
public final class RouteGuard
        implements ReactiveAuthorizationManager<AuthorizationContext>, SmartInitializingSingleton {

    static final String DEMAND = RouteGuard.class.getName() + ".demand";

    private final RequestMappingHandlerMapping routes;

    public RouteGuard(RequestMappingHandlerMapping routes) {
        this.routes = routes;
    }

    @Override
    public void afterSingletonsInstantiated() {
        routes.getHandlerMethods().forEach((route, handler) -> {
            if (RequestHandler.isOurs(handler) && !isPublic(handler) && allowed(handler) == null) {
                throw new IllegalStateException("Route " + route + " says neither @Allowed nor @Public: " + handler);
            }
        });
    }

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> caller, AuthorizationContext context) {
        return handler(context.getExchange())
                .flatMap(handler ->
                        isPublic(handler) ? granted() : caller.map(who -> decide(who, handler, context.getExchange())))
                .switchIfEmpty(Mono.defer(() -> caller.map(who -> new AuthorizationDecision(isKnown(who)))));
    }

    /** Empty where no handler of ours answers: the caller is then told so by a 404, 405 or 415. */
    private Mono<HandlerMethod> handler(ServerWebExchange exchange) {
        return routes.getHandler(exchange)
                .onErrorComplete(ResponseStatusException.class)
                .ofType(HandlerMethod.class)
                .filter(RequestHandler::isOurs);
    }

    private static AuthorizationResult decide(Authentication who, HandlerMethod handler, ServerWebExchange exchange) {
        AccessRequirement demand = demand(handler);
        exchange.getAttributes().put(DEMAND, demand);
        Allowed allowed = allowed(handler);
        boolean granted = allowed != null
                && who instanceof ActorAuthentication known
                && known.getPrincipal().has(allowed.value());
        if (granted) {
            checkLimits((ActorAuthentication) who, demand);
        }
        return new AuthorizationDecision(granted);
    }

    private static void checkLimits(ActorAuthentication who, AccessRequirement demand) {
        Set<String> limits = who.client().map(TokenClient::limits).orElse(Set.of());
        if (!limits.isEmpty()) {
            demand.check(limits);
        }
    }

    private static AccessRequirement demand(HandlerMethod handler) {
        RequiredScope required = handler.getMethodAnnotation(RequiredScope.class);
        return required == null ? new AccessRequirement.Person() : new AccessRequirement.Granted(required.value());
    }

    private static Mono<AuthorizationResult> granted() {
        return Mono.just(new AuthorizationDecision(true));
    }

    private static boolean isKnown(Authentication who) {
        return who instanceof ActorAuthentication;
    }

    private static boolean isPublic(HandlerMethod handler) {
        return handler.hasMethodAnnotation(Public.class);
    }

    private static @Nullable Allowed allowed(HandlerMethod handler) {
        return handler.getMethodAnnotation(Allowed.class);
    }
}
