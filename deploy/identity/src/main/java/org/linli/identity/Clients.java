package org.linli.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The OAuth2 clients: one a subject (client credentials), the console in the browser (code with PKCE) and the registrar,
 * all of them settings; beside them those that the registrar has registered. The framework's own in-memory list refuses
 * clients that share a secret.
 */
class Clients implements RegisteredClientRepository {

    static final String CONSOLE = "linli-console";
    static final String REGISTER = "client.create";

    private final IdentityProperties properties;
    private final Map<String, RegisteredClient> byId;
    private final RegisteredClients registered;

    Clients(IdentityProperties properties, RegisteredClients registered) {
        this.properties = properties;
        this.registered = registered;
        this.byId = Stream.concat(properties.subjects().map(this::confidential), Stream.of(console(), registrar()))
                .collect(Collectors.toUnmodifiableMap(RegisteredClient::getClientId, Function.identity()));
    }

    @Override
    public void save(RegisteredClient client) {
        if (byId.containsKey(client.getClientId())) {
            throw new UnsupportedOperationException("This client is a setting: " + client.getClientId());
        }
        registered.add(client);
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        RegisteredClient setting = byId.get(id);
        return setting == null ? registered.ofId(id) : setting;
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        RegisteredClient setting = byId.get(clientId);
        return setting == null ? registered.ofClientId(clientId) : setting;
    }

    private RegisteredClient confidential(Subject subject) {
        return RegisteredClient.withId(subject.id())
                .clientId(subject.id())
                .clientName(subject.name())
                .clientSecret(properties.secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(tokens())
                .build();
    }

    private RegisteredClient console() {
        return RegisteredClient.withId(CONSOLE)
                .clientId(CONSOLE)
                .clientName("Linli 邻里")
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUris(uris -> uris.addAll(properties.console().redirectUris()))
                .postLogoutRedirectUris(uris -> uris.addAll(properties.console().redirectUris()))
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(tokens())
                .build();
    }

    private RegisteredClient registrar() {
        String id = properties.registration().registrar();
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientName(id)
                .clientSecret(properties.secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope(REGISTER)
                .tokenSettings(tokens())
                .build();
    }

    private TokenSettings tokens() {
        return TokenSettings.builder()
                .accessTokenTimeToLive(properties.tokenLifetime())
                .refreshTokenTimeToLive(properties.sessionLifetime())
                .reuseRefreshTokens(false)
                .build();
    }
}
