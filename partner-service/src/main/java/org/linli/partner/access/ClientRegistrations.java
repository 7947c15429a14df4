package org.linli.partner.access;

import org.jspecify.annotations.Nullable;
import org.linli.partner.access.Provider.Registered;
import org.linli.platform.database.Columns;
import org.linli.platform.encryption.FieldCipher;
import org.linli.platform.security.SystemAccess;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The table of clients as the provider is asked for them: one at a time for a credential, taken for a lease. */
@Repository
class ClientRegistrations {

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final FieldCipher cipher;
    private final Clock clock;

    ClientRegistrations(DatabaseClient database, TransactionalOperator transaction, FieldCipher cipher, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.cipher = cipher;
        this.clock = clock;
    }

    /**
     * Asks for a client of a credential that the caller has locked; one that is asked for already is that one. Empty where
     * the credential has so many that have not retired.
     */
    Mono<UUID> ask(UUID credential, int overlapHours, String by) {
        return database.sql("""
                        INSERT INTO credential_client (credential_id, overlap_hours, asked_by, asked_at)
                        SELECT :credential, :overlap, :by, :now
                         WHERE (SELECT count(*) FROM credential_client
                                 WHERE credential_id = :credential AND client_id IS NOT NULL
                                   AND (retires_at IS NULL OR retires_at > :now)) < :most
                        ON CONFLICT (credential_id) WHERE client_id IS NULL
                        DO UPDATE SET overlap_hours = excluded.overlap_hours
                        RETURNING id
                        """)
                .bind("credential", credential)
                .bind("overlap", overlapHours)
                .bind("by", by)
                .bind("now", clock.instant())
                .bind("most", Credentials.MOST_CLIENTS)
                .mapValue(UUID.class)
                .one();
    }

    /** What to ask the provider for; empty where it has answered, where somebody asks now, and after a revocation. */
    @SystemAccess("the service deals with its provider")
    Mono<RegistrationSpec> take(UUID client, Duration lease) {
        Instant now = clock.instant();
        return database.sql("""
                        UPDATE credential_client k SET taken_until = :until
                          FROM credential c JOIN partner p ON p.id = c.partner_id
                         WHERE k.id = :client AND c.id = k.credential_id AND c.revoked_at IS NULL
                           AND k.client_id IS NULL AND (k.taken_until IS NULL OR k.taken_until <= :now)
                        RETURNING c.name, c.scopes, p.name AS partner
                        """)
                .bind("until", now.plus(lease))
                .bind("now", now)
                .bind("client", client)
                .map(row -> new RegistrationSpec(
                        Columns.text(row, "partner") + " · " + Columns.text(row, "name"), Columns.texts(row, "scopes")))
                .one()
                .as(transaction::transactional);
    }

    /** The next one may ask at once. */
    @SystemAccess("the service deals with its provider")
    Mono<Void> release(UUID client) {
        return database.sql("UPDATE credential_client SET taken_until = NULL WHERE id = :client AND client_id IS NULL")
                .bind("client", client)
                .then()
                .as(transaction::transactional);
    }

    /** Writes down what the provider has answered. Whether it was still waited for. */
    @SystemAccess("the service deals with its provider")
    Mono<Boolean> answered(UUID client, Registered registered) {
        Long expires = registered.client_secret_expires_at();
        URI uri = registered.registration_client_uri();
        String token = registered.registration_access_token();
        return database.sql("""
                        UPDATE credential_client
                           SET client_id = :id, issued_at = :now, taken_until = NULL, secret_expires_at = :expires,
                               registration_uri = :uri, registration_token = :token
                         WHERE id = :client AND client_id IS NULL
                        """)
                .bind("id", registered.client_id())
                .bind("now", clock.instant())
                .bind(
                        "expires",
                        Columns.orNull(
                                expires == null || expires == 0 ? null : Instant.ofEpochSecond(expires), Instant.class))
                .bind("uri", Columns.orNull(uri == null || token == null ? null : uri.toString(), String.class))
                .bind(
                        "token",
                        Columns.orNull(
                                uri == null || token == null ? null : cipher.seal(token, place(client)), String.class))
                .bind("client", client)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Those before it go on for its overlap. */
    Mono<Void> retireOthers(UUID credential, UUID client) {
        return database.sql("""
                        UPDATE credential_client k
                           SET retires_at = LEAST(COALESCE(k.retires_at, 'infinity'),
                                                  n.issued_at + n.overlap_hours * interval '1 hour')
                          FROM credential_client n
                         WHERE n.id = :client AND k.credential_id = :credential AND k.id <> n.id
                           AND k.client_id IS NOT NULL
                        """)
                .bind("client", client)
                .bind("credential", credential)
                .then()
                .then(database.sql("UPDATE credential SET version = version + 1 WHERE id = :credential")
                        .bind("credential", credential)
                        .then());
    }

    /** Its tokens name the client: from now on it acts for the partner. */
    Mono<Void> enroll(String clientId, UUID partner) {
        return member("partner_member", clientId, partner);
    }

    /** The same in the sandbox, where the partner is known by name and kind alone; outside the client acts for nobody. */
    Mono<Void> enrollInSandbox(String clientId, UUID partner) {
        return database.sql("""
                        INSERT INTO sandbox.partner (id, name, kind, team, registered_by, registered_at)
                        SELECT id, name, kind, team, registered_by, registered_at FROM public.partner
                         WHERE id = :partner
                        ON CONFLICT (id) DO UPDATE SET name = excluded.name
                        """)
                .bind("partner", partner)
                .then()
                .then(member("sandbox.partner_member", clientId, partner));
    }

    private Mono<Void> member(String table, String clientId, UUID partner) {
        return database.sql("INSERT INTO " + table + " (subject, partner_id, machine, added_at)"
                        + " VALUES (:client, :partner, true, :now)")
                .bind("client", clientId)
                .bind("partner", partner)
                .bind("now", clock.instant())
                .then();
    }

    /** Clients that have ended here and are still known there, of one credential or of all. */
    Mono<List<Ended>> ended(@Nullable UUID credential) {
        return database.sql("""
                        SELECT k.id, k.registration_uri, k.registration_token
                          FROM credential_client k JOIN credential c ON c.id = k.credential_id
                         WHERE k.registration_uri IS NOT NULL AND k.removed_at IS NULL
                           AND (c.revoked_at IS NOT NULL OR k.retires_at <= :now)
                           AND (CAST(:credential AS uuid) IS NULL OR c.id = :credential)
                         ORDER BY k.id LIMIT 20
                        """)
                .bind("credential", Columns.orNull(credential, UUID.class))
                .bind("now", clock.instant())
                .map(row -> new Ended(
                        Columns.id(row, "id"),
                        URI.create(Columns.text(row, "registration_uri")),
                        cipher.open(Columns.text(row, "registration_token"), place(Columns.id(row, "id")))))
                .all()
                .collectList();
    }

    @SystemAccess("the clock removes what has ended")
    Mono<Void> removed(UUID client) {
        return database.sql("""
                        UPDATE credential_client SET removed_at = :now, registration_token = NULL WHERE id = :client
                        """)
                .bind("now", clock.instant())
                .bind("client", client)
                .then()
                .as(transaction::transactional);
    }

    private static String place(UUID client) {
        return "credential/" + client + "/registration";
    }

    /** @param name as the provider's people see it */
    record RegistrationSpec(String name, List<String> scopes) {}

    /** @param token opens the registration; must not reach a log */
    record Ended(UUID client, URI registration, String token) {

        @Override
        public String toString() {
            return "Ended[" + client + "]";
        }
    }
}
