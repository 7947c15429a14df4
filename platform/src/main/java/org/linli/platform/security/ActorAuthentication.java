package org.linli.platform.security;

import org.jspecify.annotations.Nullable;
import org.linli.platform.unit.Scope;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A verified token, read into the {@link Actor} that it names. Roles and units that cannot be read give no right. */
public final class ActorAuthentication extends AbstractAuthenticationToken {

    private static final String EVERY_UNIT = "*";

    private final transient Actor actor;
    private final transient @Nullable TokenClient client;

    private ActorAuthentication(Actor actor, @Nullable TokenClient client) {
        super(List.of());
        this.actor = actor;
        this.client = client;
        setAuthenticated(true);
    }

    public static ActorAuthentication of(Jwt jwt) {
        String subject = Objects.requireNonNullElse(jwt.getSubject(), "");
        String name = jwt.hasClaim("name") ? String.valueOf(jwt.getClaims().get("name")) : subject;
        return new ActorAuthentication(
                new Actor(subject, name, roles(jwt), scope(jwt)),
                TokenClient.of(jwt).orElse(null));
    }

    /** The same token, acting as another. */
    public ActorAuthentication as(Actor other) {
        return new ActorAuthentication(other, client);
    }

    /** The client that the token was issued to, where it names one. */
    public Optional<TokenClient> client() {
        return Optional.ofNullable(client);
    }

    private static Set<Role> roles(Jwt jwt) {
        return strings(jwt, "roles").stream()
                .flatMap(role -> Role.ofWireName(role).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Scope scope(Jwt jwt) {
        return Scope.of(strings(jwt, "units").stream()
                .map(unit -> unit.equals(EVERY_UNIT) ? "" : unit)
                .filter(unit -> unit.matches("[0-9]{2,12}") || unit.isEmpty())
                .toList());
    }

    private static List<String> strings(Jwt jwt, String claim) {
        return jwt.getClaims().get(claim) instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return actor.subject();
    }
}
