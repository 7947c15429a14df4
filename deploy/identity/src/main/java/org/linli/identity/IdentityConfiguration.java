package org.linli.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** Who may sign in, with which key, and what a token says. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    JWKSource<SecurityContext> signingKeys(IdentityProperties properties) {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.at(properties.keyFile())));
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

    @Bean
    OAuth2AuthorizationService signIns() {
        return new RememberedTokens();
    }

    @Bean
    TokenClaims tokenClaims(IdentityProperties properties, RegisteredClients registered) {
        return new TokenClaims(properties, registered);
    }
}
