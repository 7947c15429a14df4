package org.linli.identity;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientRegistrationAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientRegistrationAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContext;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.oidc.OidcProviderConfiguration;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

import java.util.List;
import java.util.Set;

import static org.springframework.security.config.Customizer.withDefaults;

/**
 * The protocol's endpoints, and the sign-in form for people; a browser page of the gateway may ask for tokens. Both are
 * made at start-up, whatever else is lazy, so that a mistake in the settings stops the start and not the first request.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    @Bean
    @Lazy(false)
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http, IdentityProperties properties) {
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(oidc -> oidc.providerConfigurationEndpoint(
                            document -> document.providerConfigurationCustomizer(WebSecurity::tellWhereToRegister)));
                    server.clientRegistrationEndpoint(clients -> clients.authenticationProviders(
                            providers -> providers.forEach(provider -> onlyMachines(provider, properties))));
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(resources -> resources.jwt(withDefaults()))
                .cors(withDefaults())
                .exceptionHandling(refusals -> refusals.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"), pagesOnly()))
                .build();
    }

    @Bean
    @Lazy(false)
    @Order(2)
    SecurityFilterChain signInForm(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(withDefaults())
                .build();
    }

    /** Registration takes the registrar's tokens alone, and makes machines alone. */
    private static void onlyMachines(AuthenticationProvider provider, IdentityProperties properties) {
        if (provider instanceof OAuth2ClientRegistrationAuthenticationProvider registration) {
            registration.setOpenRegistrationAllowed(false);
            // Which scopes may be asked for, MachinesOnly says; the default is none.
            registration.setAuthenticationValidator(
                    OAuth2ClientRegistrationAuthenticationValidator.DEFAULT_REDIRECT_URI_VALIDATOR
                            .andThen(OAuth2ClientRegistrationAuthenticationValidator.DEFAULT_JWK_SET_URI_VALIDATOR)
                            .andThen(OAuth2ClientRegistrationAuthenticationValidator.SIMPLE_SCOPE_VALIDATOR));
            registration.setRegisteredClientConverter(
                    new MachinesOnly(Set.copyOf(properties.registration().scopes()), properties.tokenLifetime()));
        }
    }

    private static void tellWhereToRegister(OidcProviderConfiguration.Builder document) {
        AuthorizationServerContext server = AuthorizationServerContextHolder.getContext();
        document.clientRegistrationEndpoint(
                server.getIssuer() + server.getAuthorizationServerSettings().getClientRegistrationEndpoint());
    }

    private static MediaTypeRequestMatcher pagesOnly() {
        MediaTypeRequestMatcher pages = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        pages.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return pages;
    }

    @Bean
    UrlBasedCorsConfigurationSource corsConfigurationSource(IdentityProperties properties) {
        CorsConfiguration console = new CorsConfiguration();
        console.setAllowedOrigins(properties.console().origins());
        console.setAllowedMethods(List.of("GET", "POST"));
        console.setAllowedHeaders(List.of("Authorization", "Content-Type", "X-Requested-With"));
        UrlBasedCorsConfigurationSource paths = new UrlBasedCorsConfigurationSource();
        paths.registerCorsConfiguration("/oauth2/token", console);
        paths.registerCorsConfiguration("/oauth2/jwks", console);
        paths.registerCorsConfiguration("/userinfo", console);
        paths.registerCorsConfiguration("/.well-known/**", console);
        return paths;
    }
}
