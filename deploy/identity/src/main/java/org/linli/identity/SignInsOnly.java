package org.linli.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/** Remembers people's sign-ins; a machine's token carries all that is needed and would only pile up in memory. */
class SignInsOnly implements OAuth2AuthorizationService {

    private final OAuth2AuthorizationService signIns = new InMemoryOAuth2AuthorizationService();

    @Override
    public void save(OAuth2Authorization authorization) {
        if (!AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType())) {
            signIns.save(authorization);
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        signIns.remove(authorization);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return signIns.findById(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType tokenType) {
        return signIns.findByToken(token, tokenType);
    }
}
