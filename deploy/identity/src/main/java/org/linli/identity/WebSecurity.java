package org.linli.identity;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2ClientRegistration;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientRegistrationAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientRegistrationAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContext;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.converter.RegisteredClientOAuth2ClientRegistrationConverter;
import org.springframework.security.oauth2.server.authorization.oidc.OidcProviderConfiguration;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import static org.springframework.security.config.Customizer.withDefaults;

/**
 * The protocol's endpoints, and the sign-in form for people; a browser page of the gateway may ask for tokens. Both are
 * made at start-up, whatever else is lazy, so that a mistake in the settings stops the start and not the first request.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    /** One registered client: whoever asks shows its token, see {@link RegisteredClientController}. */
    private static final String REGISTERED = "/oauth2/register/*";

    @Bean
    @Lazy(false)
    @Order(1)
    SecurityFilterChain protocol(
            HttpSecurity http,
            IdentityProperties properties,
            RegisteredClientRepository clients,
            RegistrationTokens tokens,
            SignInStore signIns,
            RequestCache asked) {
        PublicClients pages = new PublicClients(clients);
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(oidc -> oidc.providerConfigurationEndpoint(document ->
                                    document.providerConfigurationCustomizer(WebSecurity::tellWhereToRegister))
                            .logoutEndpoint(logout -> logout.logoutResponseHandler(endingTheSession(signIns))));
                    server.clientAuthentication(
                            client -> client.authenticationConverter(pages).authenticationProvider(pages));
                    server.clientRegistrationEndpoint(registration -> registration.authenticationProviders(
                            providers -> providers.forEach(provider -> onlyMachines(provider, properties, tokens))));
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(resources -> resources.jwt(withDefaults()))
                .cors(withDefaults())
                .requestCache(before -> before.requestCache(asked))
                .exceptionHandling(refusals -> refusals.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"), pagesOnly()))
                .build();
    }

    @Bean
    @Lazy(false)
    @Order(2)
    SecurityFilterChain signInForm(
            HttpSecurity http,
            IdentityProperties properties,
            RequestCache asked,
            @Value("${server.port}") String port) {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/livez", "/readyz", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.DELETE, REGISTERED)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .csrf(tokens ->
                        tokens.csrfTokenRepository(SignInForm.formTokens(port)).ignoringRequestMatchers(REGISTERED))
                .requestCache(before -> before.requestCache(asked))
                .formLogin(form -> SignInForm.configure(form, asked, properties.sessionLifetime()))
                .build();
    }

    /** What was asked for before the sign-in; of both chains, for the one keeps it and the other goes back to it. */
    @Bean
    RequestCache askedBefore() {
        return SignInForm.askedBefore();
    }

    /** Registration takes the registrar's tokens alone, and makes machines alone. */
    private static void onlyMachines(
            AuthenticationProvider provider, IdentityProperties properties, RegistrationTokens tokens) {
        if (provider instanceof OAuth2ClientRegistrationAuthenticationProvider registration) {
            registration.setOpenRegistrationAllowed(false);
            // Which scopes may be asked for, MachinesOnly says; the default is none.
            registration.setAuthenticationValidator(
                    OAuth2ClientRegistrationAuthenticationValidator.DEFAULT_REDIRECT_URI_VALIDATOR
                            .andThen(OAuth2ClientRegistrationAuthenticationValidator.DEFAULT_JWK_SET_URI_VALIDATOR)
                            .andThen(OAuth2ClientRegistrationAuthenticationValidator.SIMPLE_SCOPE_VALIDATOR));
            registration.setRegisteredClientConverter(
                    new MachinesOnly(Set.copyOf(properties.registration().scopes()), properties.tokenLifetime()));
            registration.setClientRegistrationConverter(client -> removable(client, tokens));
        }
    }

    /** Also for who shows the ID token without the browser's cookie. */
    private static AuthenticationSuccessHandler endingTheSession(SignInStore signIns) {
        OidcLogoutAuthenticationSuccessHandler leaving = new OidcLogoutAuthenticationSuccessHandler();
        return (request, response, logout) -> {
            OidcIdToken token = Objects.requireNonNull(((OidcLogoutAuthenticationToken) logout).getIdToken());
            signIns.endSession(token.getClaimAsString(SignInStore.SESSION));
            leaving.onAuthenticationSuccess(request, response, logout);
        };
    }

    /** The answer says by which address and token the client is removed again (RFC 7592). */
    private static OAuth2ClientRegistration removable(RegisteredClient client, RegistrationTokens tokens) {
        AuthorizationServerContext server = AuthorizationServerContextHolder.getContext();
        OAuth2ClientRegistration registered =
                Objects.requireNonNull(new RegisteredClientOAuth2ClientRegistrationConverter().convert(client));
        return OAuth2ClientRegistration.withClaims(registered.getClaims())
                .claim(
                        "registration_client_uri",
                        server.getIssuer()
                                + server.getAuthorizationServerSettings().getClientRegistrationEndpoint() + "/"
                                + client.getClientId())
                .claim("registration_access_token", tokens.of(client.getClientId()))
                .build();
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
        paths.registerCorsConfiguration("/oauth2/revoke", console);
        paths.registerCorsConfiguration("/oauth2/jwks", console);
        paths.registerCorsConfiguration("/userinfo", console);
        paths.registerCorsConfiguration("/.well-known/**", console);
        return paths;
    }
}
