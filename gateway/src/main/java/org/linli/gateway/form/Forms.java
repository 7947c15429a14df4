package org.linli.gateway.form;

import org.linli.gateway.token.TokenProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

import java.nio.charset.StandardCharsets;

/** Each form's page at an address without a suffix; what the pages load lies beside them under {@code /forms/}. */
@Configuration(proxyBeanMethods = false)
class Forms {

    /** The public client of the browser pages at the provider: authorization code with PKCE, no secret. */
    private static final String CLIENT = "linli-console";

    @Bean
    RouterFunction<ServerResponse> pages(TokenProperties tokens) {
        SignIn signIn = new SignIn(tokens.issuer(), CLIENT);
        return RouterFunctions.route()
                .GET("/forms", request -> page("proposals"))
                .GET("/forms/survey", request -> page("survey"))
                .GET(
                        "/forms/sign-in",
                        request -> ServerResponse.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .bodyValue(signIn))
                .build();
    }

    private static Mono<ServerResponse> page(String name) {
        return ServerResponse.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .bodyValue(new ClassPathResource("static/forms/" + name + ".html"));
    }

    /** Where a page lets people sign in. */
    record SignIn(String issuer, String client) {}
}
