package org.linli.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Remembers people's sign-ins, and a token that may register a client until it has done so: it is good for one. Any other
 * token of a machine carries all that is needed and would only pile up in memory.
 */
class RememberedTokens implements OAuth2AuthorizationService {

    private final OAuth2AuthorizationService remembered = new InMemoryOAuth2AuthorizationService();

    @Override
    public void save(OAuth2Authorization authorization) {
        if (!AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType())) {
            remembered.save(authorization);
        } else if (authorization.getAuthorizedScopes().contains(Clients.REGISTER)) {
            keepUntilUsed(authorization);
        }
    }

    private void keepUntilUsed(OAuth2Authorization authorization) {
        OAuth2Authorization.Token<OAuth2AccessToken> token = authorization.getAccessToken();
        if (token == null || !token.isInvalidated()) {
            remembered.save(authorization);
            return;
        }
        // Only what is equal is removed, and the used one is not equal to the fresh one.
        OAuth2Authorization fresh = remembered.findById(authorization.getId());
        if (fresh != null) {
            remembered.remove(fresh);
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        remembered.remove(authorization);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return remembered.findById(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType tokenType) {
        return remembered.findByToken(token, tokenType);
    }
}
