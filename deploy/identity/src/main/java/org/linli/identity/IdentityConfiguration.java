package org.linli.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.session.HttpSessionEventPublisher;

import java.util.Objects;

/** Who may sign in, with which key, and what a token says. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    RSAKey signingKey(IdentityProperties properties) {
        return SigningKey.at(properties.keyFile());
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(RSAKey signingKey) {
        return new ImmutableJWKSet<>(new JWKSet(signingKey));
    }

    @Bean
    JwtEncoder jwtEncoder(JWKSource<SecurityContext> signingKeys) {
        return new NimbusJwtEncoder(signingKeys);
    }

    @Bean
    OAuth2TokenGenerator<OAuth2Token> tokens(JwtEncoder jwtEncoder, TokenClaims tokenClaims) {
        JwtGenerator signed = new JwtGenerator(jwtEncoder);
        signed.setJwtCustomizer(tokenClaims);
        return new DelegatingOAuth2TokenGenerator(signed, new RefreshTokens());
    }

    @Bean
    BackChannelLogout backChannelLogout(
            JwtEncoder jwtEncoder, AuthorizationServerSettings server, IdentityProperties properties) {
        return new BackChannelLogout(
                jwtEncoder, Objects.requireNonNull(server.getIssuer(), "an issuer"), properties.logoutAddresses());
    }

    @Bean
    RegistrationTokens registrationTokens(RSAKey signingKey) {
        return new RegistrationTokens(signingKey);
    }

    /** Tells of browsers' sessions that end. */
    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }

    @Bean
    SessionLimit sessionLimit(IdentityProperties properties) {
        return new SessionLimit(properties.sessions());
    }

    @Bean
    NoRoomForSessions noRoomForSessions() {
        return new NoRoomForSessions();
    }

    @Bean
    PasswordEncoder secrets() {
        return new ClientSecrets();
    }

    @Bean
    UserDetailsService people(IdentityProperties properties) {
        return id -> properties
                .person(id)
                .map(person -> User.withUsername(person.id())
                        .password(properties.secret())
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException(id));
    }

    @Bean
    RegisteredClients registeredClients(IdentityProperties properties) {
        return new RegisteredClients(properties.keyFile().resolveSibling("clients.json"), properties.tokenLifetime());
    }

    @Bean
    RegisteredClientRepository clients(IdentityProperties properties, RegisteredClients registered) {
        return new Clients(properties, registered);
    }

    /** Made at start-up, whatever else is lazy: what is not there hears of no session's end. */
    @Bean
    @Lazy(false)
    SignInStore signIns(RegisteredClientRepository clients, JwtDecoder jwtDecoder, BackChannelLogout logout) {
        return new SignInStore(clients, jwtDecoder, logout);
    }

    @Bean
    TokenClaims tokenClaims(IdentityProperties properties, RegisteredClients registered) {
        return new TokenClaims(properties, registered);
    }
}
