package org.linli.partner.webhook;

import io.r2dbc.spi.Readable;
import org.linli.platform.database.Columns;
import org.linli.platform.encryption.FieldCipher;
import org.linli.platform.security.Visibility;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of endpoints, always those of one partner. */
@Repository
class Endpoints {

    /** That are active. */
    static final int MOST = 10;

    /** That are not ended. */
    static final int MOST_KEPT = 50;

    private static final int MOST_SHOWN = 100;
    private static final String SELECT =
            "SELECT id, url, types, state, created_at, ended_at, version FROM webhook_endpoint";
    private static final String ROOM = """
            (SELECT count(*) FROM webhook_endpoint WHERE partner_id = :partner AND state = 'ACTIVE') < :most
            """;

    private final DatabaseClient database;
    private final FieldCipher cipher;
    private final Clock clock;

    Endpoints(DatabaseClient database, FieldCipher cipher, Clock clock) {
        this.database = database;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** Empty where the partner has so many already. */
    Mono<UUID> add(Visibility own, String url, List<String> types, String by) {
        return database.sql("SELECT uuidv7() FROM partner WHERE id = :partner FOR NO KEY UPDATE")
                .bind("partner", own.ownerOrNobody())
                .mapValue(UUID.class)
                .one()
                .flatMap(id -> database.sql("""
                                INSERT INTO webhook_endpoint (id, partner_id, url, types, secret, created_by, created_at)
                                SELECT :id, :partner, :url, :types, :secret, :by, :at
                                 WHERE (SELECT count(*) FROM webhook_endpoint
                                         WHERE partner_id = :partner AND state <> 'ENDED') < :kept
                                   AND """ + " " + ROOM + " RETURNING id")
                        .bind("id", id)
                        .bind("partner", own.ownerOrNobody())
                        .bind("url", url)
                        .bind("types", types.toArray(String[]::new))
                        .bind("secret", seal(id, Secret.fresh()))
                        .bind("by", by)
                        .bind("at", clock.instant())
                        .bind("most", MOST)
                        .bind("kept", MOST_KEPT)
                        .mapValue(UUID.class)
                        .one());
    }

    Mono<Endpoint> find(UUID id, Visibility own) {
        return database.sql(SELECT + " WHERE id = :id AND partner_id = :partner")
                .bind("id", id)
                .bind("partner", own.ownerOrNobody())
                .map(Endpoints::endpoint)
                .one();
    }

    Mono<List<Endpoint>> all(Visibility own) {
        return database.sql(SELECT + " WHERE partner_id = :partner AND state <> 'ENDED' ORDER BY id")
                .bind("partner", own.ownerOrNobody())
                .map(Endpoints::endpoint)
                .all()
                .collectList();
    }

    /** Those that were ended, the latest added first, as far as they are shown. */
    Mono<List<Endpoint>> ended(Visibility own) {
        return database.sql(SELECT + " WHERE partner_id = :partner AND state = 'ENDED' ORDER BY id DESC LIMIT :most")
                .bind("partner", own.ownerOrNobody())
                .bind("most", MOST_SHOWN)
                .map(Endpoints::endpoint)
                .all()
                .collectList();
    }

    /** The same, which nobody else changes until the transaction ends. */
    Mono<Endpoint> lock(UUID id, Visibility own) {
        return database.sql(SELECT + " WHERE id = :id AND partner_id = :partner FOR UPDATE")
                .bind("id", id)
                .bind("partner", own.ownerOrNobody())
                .map(Endpoints::endpoint)
                .one();
    }

    Mono<Void> disable(UUID id, Visibility own) {
        return database.sql("""
                        UPDATE webhook_endpoint SET state = 'DISABLED', version = version + 1
                         WHERE id = :id AND partner_id = :partner
                        """)
                .bind("id", id)
                .bind("partner", own.ownerOrNobody())
                .then();
    }

    /** Whether there was room for one more that is active. */
    Mono<Boolean> enable(UUID id, Visibility own) {
        return database.sql("SELECT id FROM partner WHERE id = :partner FOR NO KEY UPDATE")
                .bind("partner", own.ownerOrNobody())
                .fetch()
                .one()
                .then(database.sql("""
                                UPDATE webhook_endpoint SET state = 'ACTIVE', version = version + 1
                                 WHERE id = :id AND partner_id = :partner AND (state = 'ACTIVE' OR """ + ROOM + ")")
                        .bind("id", id)
                        .bind("partner", own.ownerOrNobody())
                        .bind("most", MOST)
                        .fetch()
                        .rowsUpdated()
                        .map(rows -> rows == 1));
    }

    /** For good; what waits for it is dead. */
    Mono<Void> end(UUID id, Visibility own, String by) {
        return database.sql("""
                        WITH ended AS (
                            UPDATE webhook_endpoint
                               SET state = 'ENDED', ended_by = :by, ended_at = :now, version = version + 1
                             WHERE id = :id AND partner_id = :partner AND state <> 'ENDED' RETURNING id)
                        UPDATE webhook_delivery d SET state = 'DEAD' FROM ended
                         WHERE d.endpoint_id = ended.id AND d.state = 'WAITING'
                        """)
                .bind("by", by)
                .bind("now", clock.instant())
                .bind("id", id)
                .bind("partner", own.ownerOrNobody())
                .then();
    }

    /** A new secret; the one before it signs beside it for so long. */
    Mono<Void> rotate(UUID id, Visibility own, Duration overlap) {
        return database.sql("""
                        UPDATE webhook_endpoint
                           SET old_secret = secret, old_until = :until, secret = :secret, version = version + 1
                         WHERE id = :id AND partner_id = :partner
                        """)
                .bind("until", clock.instant().plus(overlap))
                .bind("secret", seal(id, Secret.fresh()))
                .bind("id", id)
                .bind("partner", own.ownerOrNobody())
                .then();
    }

    Mono<Secrets> secrets(UUID id, Visibility own) {
        return database.sql("""
                        SELECT secret, old_secret, old_until FROM webhook_endpoint
                         WHERE id = :id AND partner_id = :partner AND state <> 'ENDED'
                        """)
                .bind("id", id)
                .bind("partner", own.ownerOrNobody())
                .map(row -> secrets(id, row))
                .one();
    }

    /** For the sender, which acts for every partner. */
    Secrets secrets(UUID id, Readable row) {
        Optional<Instant> until =
                Optional.ofNullable(Columns.timeOrNull(row, "old_until")).filter(end -> end.isAfter(clock.instant()));
        Optional<Secret> old = until.flatMap(end -> Optional.ofNullable(Columns.textOrNull(row, "old_secret")))
                .map(text -> open(id, text));
        return new Secrets(open(id, Columns.text(row, "secret")), old, until);
    }

    private String seal(UUID id, Secret secret) {
        return cipher.seal(secret.text(), Endpoint.placeOfSecret(id));
    }

    private Secret open(UUID id, String text) {
        return new Secret(cipher.open(text, Endpoint.placeOfSecret(id)));
    }

    private static Endpoint endpoint(Readable row) {
        return new Endpoint(
                Columns.id(row, "id"),
                Columns.text(row, "url"),
                Columns.texts(row, "types"),
                Endpoint.State.valueOf(Columns.text(row, "state")),
                Columns.time(row, "created_at"),
                Columns.timeOrNull(row, "ended_at"),
                Columns.number(row, "version"));
    }

    /** @param old during a rotation, until its time is over */
    record Secrets(Secret current, Optional<Secret> old, Optional<Instant> oldUntil) {

        /** The value of the header: a signature a secret, with spaces between. */
        String signatures(String id, long second, String body) {
            String newest = current.sign(id, second, body);
            return old.map(secret -> newest + " " + secret.sign(id, second, body))
                    .orElse(newest);
        }
    }
}
