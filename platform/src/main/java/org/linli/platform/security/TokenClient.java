package org.linli.platform.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The OAuth2 client that a token was issued to: claim {@code client_id} (RFC 9068), or {@code azp} of OpenID Connect.
 *
 * @param id the subject where neither claim stands in a token with scopes
 * @param scopes granted to the token; empty where it states none
 */
public record TokenClient(String id, Set<String> scopes) {

    private static final Pattern OURS = Pattern.compile("[a-z-]+:[a-z-]+");

    public TokenClient {
        scopes = Set.copyOf(scopes);
    }

    /**
     * What the token is limited to; empty for one of a person, which is limited by roles alone. Scopes of ours are an area
     * and what is done there ({@code proposals:read}); those of OpenID Connect ({@code openid}, {@code profile}) say
     * nothing here.
     */
    public Set<String> limits() {
        return scopes.stream().filter(scope -> OURS.matcher(scope).matches()).collect(Collectors.toUnmodifiableSet());
    }

    /** Empty for a token that names no client and no scope. */
    static Optional<TokenClient> of(Jwt jwt) {
        Set<String> scopes = scopes(jwt.getClaims().get("scope"));
        Optional<String> client = Stream.of(
                        jwt.getClaims().get("client_id"), jwt.getClaims().get("azp"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst();
        return client.or(() -> scopes.isEmpty() ? Optional.empty() : Optional.ofNullable(jwt.getSubject()))
                .map(id -> new TokenClient(id, scopes));
    }

    /** A list, or one text with spaces between as RFC 9068 has it. */
    private static Set<String> scopes(@Nullable Object claim) {
        return switch (claim) {
            case String text ->
                Arrays.stream(text.split(" ")).filter(scope -> !scope.isEmpty()).collect(Collectors.toSet());
            case Collection<?> list ->
                list.stream().filter(Objects::nonNull).map(Object::toString).collect(Collectors.toSet());
            case null, default -> Set.of();
        };
    }
}
