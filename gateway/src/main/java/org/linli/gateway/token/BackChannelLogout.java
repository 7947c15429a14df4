package org.linli.gateway.token;

import org.linli.gateway.problem.Problem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Where the issuer says which sessions have ended (OpenID Connect Back-Channel Logout 1.0): their tokens end at once. */
@Configuration(proxyBeanMethods = false)
class BackChannelLogout {

    private final KnownTokens tokens;

    BackChannelLogout(KnownTokens tokens) {
        this.tokens = tokens;
    }

    @Bean
    RouterFunction<ServerResponse> logouts() {
        return RouterFunctions.route()
                .POST(
                        "/backchannel-logout",
                        RequestPredicates.contentType(MediaType.APPLICATION_FORM_URLENCODED),
                        this::end)
                .build();
    }

    private Mono<ServerResponse> end(ServerRequest request) {
        return request.formData()
                .mapNotNull(form -> form.getFirst("logout_token"))
                .flatMap(tokens::end)
                .filter(ended -> ended)
                .switchIfEmpty(Mono.error(BackChannelLogout::noLogoutToken))
                .flatMap(ended ->
                        ServerResponse.ok().cacheControl(CacheControl.noStore()).build());
    }

    private static Exception noLogoutToken() {
        return Problem.of("invalid-request", HttpStatus.BAD_REQUEST, "This is no logout token of the identity provider")
                .detail("Send logout_token=<JWT> as application/x-www-form-urlencoded")
                .exception();
    }
}
