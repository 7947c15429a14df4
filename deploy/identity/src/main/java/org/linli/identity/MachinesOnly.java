package org.linli.identity;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.OAuth2ClientRegistration;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.converter.OAuth2ClientRegistrationRegisteredClientConverter;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A registration makes a client with a secret that signs in for itself, with a scope; nothing else is registered here. */
class MachinesOnly implements Converter<OAuth2ClientRegistration, RegisteredClient> {

    private static final List<String> GRANT = List.of(AuthorizationGrantType.CLIENT_CREDENTIALS.getValue());

    private static final int LONGEST_NAME = 200;

    private final OAuth2ClientRegistrationRegisteredClientConverter client =
            new OAuth2ClientRegistrationRegisteredClientConverter();

    private final Set<String> scopes;

    /** @param scopes what may be asked for */
    MachinesOnly(Set<String> scopes, Duration tokenLifetime) {
        this.scopes = scopes;
        client.setTokenSettingsCustomizer(tokens -> tokens.accessTokenTimeToLive(tokenLifetime));
    }

    @Override
    public RegisteredClient convert(OAuth2ClientRegistration asked) {
        if (!GRANT.equals(asked.getGrantTypes())) {
            throw refused("grant_types must be " + GRANT);
        }
        if (asked.getClientName() != null && asked.getClientName().length() > LONGEST_NAME) {
            throw refused("client_name must have at most " + LONGEST_NAME + " characters");
        }
        if (ClientAuthenticationMethod.NONE.getValue().equals(asked.getTokenEndpointAuthenticationMethod())) {
            throw refused("token_endpoint_auth_method must be client_secret_basic or client_secret_post");
        }
        if (asked.getScopes() == null || asked.getScopes().isEmpty() || !scopes.containsAll(asked.getScopes())) {
            throw refused(
                    "scope must be one or more of " + scopes.stream().sorted().toList());
        }
        if (asked.getResponseTypes() != null && !asked.getResponseTypes().isEmpty()) {
            throw refused("response_types must be absent");
        }
        return client.convert(asked);
    }

    private static OAuth2AuthenticationException refused(String why) {
        return new OAuth2AuthenticationException(new OAuth2Error("invalid_client_metadata", why, null));
    }
}
