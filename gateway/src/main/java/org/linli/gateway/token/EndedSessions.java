package org.linli.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;

/**
 * Sessions and subjects that the issuer says have ended, each until the last of its tokens has ended by itself. A gateway
 * that starts anew knows none of them: a token's short life bounds what is missed.
 */
@Component
class EndedSessions {

    private static final String SESSION = "sid ";
    private static final String SUBJECT = "sub ";

    private final Cache<String, Instant> ended;

    EndedSessions(TokenProperties properties) {
        this.ended = Caffeine.newBuilder()
                .maximumSize(properties.endedSessions())
                .expireAfterWrite(
                        properties.longestLife().plus(properties.clockSkew().multipliedBy(2)))
                .build();
    }

    void add(Logout logout) {
        String what = logout.session() == null ? SUBJECT + logout.subject() : SESSION + logout.session();
        ended.asMap().merge(what, logout.at(), (known, fresh) -> known.isAfter(fresh) ? known : fresh);
    }

    boolean cover(VerifiedToken token) {
        return endedAfter(token.issuedAt(), SUBJECT + token.subject())
                || (token.session() != null && endedAfter(token.issuedAt(), SESSION + token.session()));
    }

    private boolean endedAfter(long issuedAt, String what) {
        @Nullable Instant end = ended.getIfPresent(what);
        return end != null && issuedAt <= end.toEpochMilli();
    }
}
