package org.linli.platform.security;

import org.linli.platform.problem.ProblemAutoConfiguration;
import org.linli.platform.problem.ProblemWriter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import reactor.core.publisher.Mono;

import java.time.Clock;

/** A resource server that believes one issuer and asks each handler's own annotation who may pass. */
@AutoConfiguration(after = ProblemAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@EnableConfigurationProperties(SecurityProperties.class)
@EnableWebFluxSecurity
public class LinliSecurityAutoConfiguration {

    private static final String[] OPEN = {
        "/livez", "/readyz", "/actuator/health", "/actuator/health/**", "/*/v3/api-docs/**", "/api/*/v3/api-docs/**"
    };
    /** Metrics and whatever else management shows, at whichever port. */
    private static final String MANAGEMENT = "/actuator/**";

    @Bean
    @ConditionalOnMissingBean
    ReactiveJwtDecoder jwtDecoder(SecurityProperties properties) {
        return new TokenVerifier(properties, Clock.systemUTC());
    }

    /** A request is observed as a whole; its checks need no timers and spans of their own. */
    @Bean
    @ConditionalOnMissingBean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @ConditionalOnMissingBean
    RouteGuard routeGuard(RequestMappingHandlerMapping requestMappingHandlerMapping) {
        return new RouteGuard(requestMappingHandlerMapping);
    }

    @Bean
    @ConditionalOnMissingBean
    SecurityWebFilterChain securityWebFilterChain(ServerHttpSecurity http, RouteGuard guard, ProblemWriter problems) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .exceptionHandling(answers ->
                        answers.authenticationEntryPoint(problems::write).accessDeniedHandler(problems::write))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(problems::write)
                        .authenticationFailureHandler(
                                (filter, failure) -> problems.write(filter.getExchange(), failure))
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(token -> Mono.just(ActorAuthentication.of(token)))))
                .authorizeExchange(routes -> routes.pathMatchers(OPEN)
                        .permitAll()
                        .pathMatchers(MANAGEMENT)
                        .access((caller, request) -> caller.map(LinliSecurityAutoConfiguration::operates))
                        .anyExchange()
                        .access(guard))
                .build();
    }

    private static AuthorizationResult operates(Authentication caller) {
        return new AuthorizationDecision(caller instanceof ActorAuthentication known
                && known.getPrincipal().operates());
    }

    /** What the firewall keeps out (encoded slashes, control characters) is told so like every other refusal. */
    @Bean
    @ConditionalOnMissingBean
    ServerExchangeRejectedHandler serverExchangeRejectedHandler(ProblemWriter problems) {
        return problems::write;
    }

    @Bean
    WebFluxConfigurer actorArgument() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
                configurer.addCustomResolver(new ActorArgument());
            }
        };
    }
}
