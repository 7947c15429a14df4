package org.linli.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who exists and how tokens are made. People and machines are listed in {@code people.yaml}.
 *
 * @param keyFile where the signing key is kept so that tokens survive a restart, and beside it the clients that were
 *     registered; created when missing
 * @param secret password of each person and secret of each client: published, hence refused outside the local profile
 * @param tokenLifetime how long an access token is valid: what has ended is taken nowhere for longer than this
 * @param sessionLifetime how long a person's session in the browser, and a refresh token of it, waits to be used
 * @param sessions how many sessions in browsers there are at most; beyond it nobody signs in until one has ended
 * @param logoutAddresses who is told at once that a session or a client has ended: gateways, each process by itself
 * @param console the browser client of the API catalogue
 * @param registration who may register clients, and which
 * @param people sign in by form, or as a client of the same id
 * @param machines sign in as clients only
 */
@ConfigurationProperties("linli.identity")
record IdentityProperties(
        @DefaultValue(".linli/identity/key.json") Path keyFile,
        @DefaultValue("linli-demo") String secret,
        @DefaultValue("5m") Duration tokenLifetime,
        @DefaultValue("12h") Duration sessionLifetime,
        @DefaultValue("2000") int sessions,
        @DefaultValue List<URI> logoutAddresses,
        @DefaultValue Console console,
        @DefaultValue Registration registration,
        @DefaultValue List<Subject> people,
        @DefaultValue List<Subject> machines) {

    IdentityProperties {
        people = List.copyOf(people);
        machines = List.copyOf(machines);
        if (people.isEmpty()) {
            throw new IllegalArgumentException("linli.identity.people is empty: nobody could sign in");
        }
        List<String> ids = Stream.concat(people.stream(), machines.stream())
                .map(Subject::id)
                .toList();
        if (ids.size() != ids.stream().distinct().count()) {
            throw new IllegalArgumentException("two of linli.identity.people and .machines share an id");
        }
        if (sessions < 1) {
            throw new IllegalArgumentException("linli.identity.sessions must be positive");
        }
        if (!tokenLifetime.isPositive() || !sessionLifetime.isPositive()) {
            throw new IllegalArgumentException("linli.identity.token-lifetime and .session-lifetime must be positive");
        }
    }

    Stream<Subject> subjects() {
        return Stream.concat(people.stream(), machines.stream());
    }

    Optional<Subject> subject(String id) {
        return subjects().filter(subject -> subject.id().equals(id)).findFirst();
    }

    Optional<Subject> person(String id) {
        return people.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    /**
     * The public client {@code linli-console} (authorization code with PKCE, no secret).
     *
     * @param redirectUris where a code may be sent; on 127.0.0.1 any port of a listed address is accepted
     * @param origins pages that may ask for tokens from a browser
     */
    record Console(
            @DefaultValue List<String> redirectUris,
            @DefaultValue List<String> origins) {}

    /**
     * Registration of clients after RFC 7591.
     *
     * @param registrar the only client that gets the tokens it takes
     * @param scopes what a registered client may be given at most
     */
    record Registration(
            @DefaultValue("linli-registrar") String registrar,
            @DefaultValue List<String> scopes) {}
}
