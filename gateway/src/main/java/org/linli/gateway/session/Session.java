package org.linli.gateway.session;

import org.jspecify.annotations.Nullable;

/**
 * What the provider gave for a person who signed in. Only the gateway sees it; the browser carries it sealed.
 *
 * @param access the access token
 * @param refresh good for one use; absent where the provider gives none, and the session ends with its token
 * @param id the ID token that the provider wants to see at the end
 * @param renewAt when a new access token is asked for, milliseconds since 1970
 */
record Session(String access, @Nullable String refresh, @Nullable String id, long renewAt) {

    boolean isFresh(long now) {
        return now < renewAt;
    }
}
