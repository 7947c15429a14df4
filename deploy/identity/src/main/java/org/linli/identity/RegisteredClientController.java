package org.linli.identity;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Removes a registered client (RFC 7592, 2.3): it gets no more tokens, and those that it has end. */
@RestController
class RegisteredClientController {

    private final RegisteredClients clients;
    private final RegistrationTokens tokens;
    private final BackChannelLogout logout;

    RegisteredClientController(RegisteredClients clients, RegistrationTokens tokens, BackChannelLogout logout) {
        this.clients = clients;
        this.tokens = tokens;
        this.logout = logout;
    }

    /** 401 for what is not there too, as the RFC has it. */
    @DeleteMapping("/oauth2/register/{clientId}")
    ResponseEntity<Void> remove(
            @PathVariable String clientId,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization) {
        if (!tokens.isOf(clientId, authorization) || !clients.remove(clientId)) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
                    .build();
        }
        logout.subject(clientId);
        return ResponseEntity.noContent().build();
    }
}
