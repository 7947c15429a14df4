package org.linli.partner.access;

import java.util.Set;

/**
 * A partner's machine, by the client that its token was issued to.
 *
 * @param scopes of its credential
 * @param live whether its tokens are taken: neither revoked nor retired
 */
record Machine(String clientId, Set<String> scopes, boolean sandbox, boolean live) {

    static Machine unknown(String clientId) {
        return new Machine(clientId, Set.of(), false, false);
    }
}
