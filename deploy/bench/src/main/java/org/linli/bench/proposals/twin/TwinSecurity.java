package org.linli.bench.proposals.twin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import jakarta.servlet.http.HttpServletResponse;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.ActorAuthentication;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;

/** The platform's token check on the servlet stack: same claims, a verified token remembered until it expires. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class TwinSecurity {

    private static final int REMEMBERED = 20_000;

    @Bean
    JwtDecoder jwtDecoder(@Value("${linli.security.issuer}") String issuer) {
        NimbusJwtDecoder verifier = NimbusJwtDecoder.withJwkSetUri(issuer + "/oauth2/jwks")
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        verifier.setJwtValidator(new DelegatingOAuth2TokenValidator<Jwt>(
                new JwtTimestampValidator(Duration.ofSeconds(10)),
                new JwtClaimValidator<Instant>("exp", Objects::nonNull),
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<Collection<String>>(
                        "aud", audience -> audience != null && audience.contains("linli"))));
        Cache<String, Jwt> verified = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfter(Expiry.<String, Jwt>creating((token, jwt) -> left(jwt)))
                .build();
        return token -> {
            Jwt known = verified.getIfPresent(token);
            if (known != null && left(known).isPositive()) {
                return known;
            }
            Jwt jwt = verifier.decode(token);
            verified.put(token, jwt);
            return jwt;
        };
    }

    private static Duration left(Jwt jwt) {
        return Duration.between(Instant.now(), Objects.requireNonNull(jwt.getExpiresAt()));
    }

    @Bean
    SecurityFilterChain filterChain(HttpSecurity http, JsonMapper json) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(answers -> answers.authenticationEntryPoint(
                                (request, response, failure) -> write(response, unauthenticated(), json))
                        .accessDeniedHandler((request, response, failure) -> write(response, forbidden(), json)))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(
                                (request, response, failure) -> write(response, unauthenticated(), json))
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(ActorAuthentication::of)))
                .authorizeHttpRequests(routes -> routes.requestMatchers("/ready")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    private static Problem unauthenticated() {
        return Problem.of("unauthenticated", HttpStatus.UNAUTHORIZED, "A valid access token is needed")
                .field(
                        "Authorization",
                        "missing, expired or not valid",
                        "Bearer <access token of the identity provider>");
    }

    private static Problem forbidden() {
        return Problem.of("forbidden", HttpStatus.FORBIDDEN, "Your role may not do this");
    }

    private static void write(HttpServletResponse response, Problem problem, JsonMapper json) throws IOException {
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem.toDetail()));
    }
}
