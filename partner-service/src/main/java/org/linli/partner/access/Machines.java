package org.linli.partner.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.linli.platform.database.Columns;
import org.linli.platform.security.TokenClient;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** Whose machine a token belongs to. Read at every request, so that a revocation counts at once. */
@Repository
class Machines {

    private static final int REMEMBERED = 10_000;

    private final DatabaseClient database;
    private final Clock clock;
    /** Clients that are no machines never become one: a machine is written down before it can get its first token. */
    private final Cache<String, Boolean> others = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    Machines(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Empty for the client of a person. A token with scopes of ours whose client is not known here is no person's. */
    Mono<Machine> of(TokenClient client) {
        if (client.scopes().stream().anyMatch(AccessScope.NAMES::contains)) {
            return find(client.id()).defaultIfEmpty(Machine.unknown(client.id()));
        }
        if (others.getIfPresent(client.id()) != null) {
            return Mono.empty();
        }
        return find(client.id()).switchIfEmpty(Mono.fromRunnable(() -> others.put(client.id(), true)));
    }

    private Mono<Machine> find(String clientId) {
        return database.sql("""
                        SELECT c.scopes, c.sandbox,
                               c.revoked_at IS NULL AND (k.retires_at IS NULL OR k.retires_at > :now) AS live
                          FROM credential_client k JOIN credential c ON c.id = k.credential_id
                         WHERE k.client_id = :client
                        """)
                .bind("now", clock.instant())
                .bind("client", clientId)
                .map(row -> new Machine(
                        clientId,
                        Set.copyOf(Columns.texts(row, "scopes")),
                        Columns.flag(row, "sandbox"),
                        Columns.flag(row, "live")))
                .one();
    }
}
