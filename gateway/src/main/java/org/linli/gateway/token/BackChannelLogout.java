package org.linli.gateway.token;

import org.linli.gateway.edge.BodyProperties;
import org.linli.gateway.edge.IncomingBody;
import org.linli.gateway.problem.Problem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.FormHttpMessageReader;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.Map;

/** Where the issuer says which sessions have ended (OpenID Connect Back-Channel Logout 1.0): their tokens end at once. */
@Configuration(proxyBeanMethods = false)
class BackChannelLogout {

    private static final ResolvableType FORM =
            ResolvableType.forClassWithGenerics(MultiValueMap.class, String.class, String.class);

    /** Without a bound of its own: see {@link #form}. */
    private static final FormHttpMessageReader FORMS = forms();

    private final VerifiedTokenCache tokens;

    private final BodyProperties bodies;

    BackChannelLogout(VerifiedTokenCache tokens, BodyProperties bodies) {
        this.tokens = tokens;
        this.bodies = bodies;
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
        return form(request)
                .onErrorMap(IllegalArgumentException.class, _ -> noLogoutToken())
                .mapNotNull(form -> form.getFirst("logout_token"))
                .flatMap(tokens::end)
                .filter(ended -> ended)
                .switchIfEmpty(Mono.error(BackChannelLogout::noLogoutToken))
                .flatMap(ended ->
                        ServerResponse.ok().cacheControl(CacheControl.noStore()).build());
    }

    /** What the gateway reads by itself is bounded as what it passes on: anybody may send it. */
    private Mono<MultiValueMap<String, String>> form(ServerRequest request) {
        DataSize most = bodies.anonymous();
        if (request.headers().contentLength().orElse(0) > most.toBytes()) {
            return Mono.error(IncomingBody.tooLarge(most).exception());
        }
        ServerHttpRequest bounded =
                new ServerHttpRequestDecorator(request.exchange().getRequest()) {
                    @Override
                    public Flux<DataBuffer> getBody() {
                        return IncomingBody.of(super.getBody(), most, bodies.time(), bodies);
                    }
                };
        return FORMS.readMono(FORM, bounded, Map.of()).defaultIfEmpty(new LinkedMultiValueMap<>());
    }

    private static FormHttpMessageReader forms() {
        FormHttpMessageReader reader = new FormHttpMessageReader();
        reader.setMaxInMemorySize(-1);
        return reader;
    }

    private static Exception noLogoutToken() {
        return Problem.of("invalid-request", HttpStatus.BAD_REQUEST, "This is no logout token of the identity provider")
                .detail("Send logout_token=<JWT> as application/x-www-form-urlencoded")
                .exception();
    }
}
