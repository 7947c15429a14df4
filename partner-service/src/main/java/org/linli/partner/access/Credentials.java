package org.linli.partner.access;

import io.r2dbc.spi.Readable;
import org.linli.partner.access.Credential.Client;
import org.linli.partner.access.Credential.State;
import org.linli.platform.database.Columns;
import org.linli.platform.paging.ListQuery;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.SortKey;
import org.linli.platform.security.Visibility;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import static org.linli.platform.paging.SortColumn.id;

/** The table of credentials with their clients, always those of one partner. */
@Repository
class Credentials {

    static final int MOST = 20;
    static final int MOST_CLIENTS = 5;

    private static final String SELECT = """
            SELECT c.id, c.name, c.scopes, c.sandbox, c.created_by, c.created_at, c.revoked_at, c.version
              FROM credential c WHERE c.partner_id = :partner
            """;

    private static final SortKey<Credential> LATEST_FIRST = SortKey.descending(id("c.id", Credential::id));

    private final DatabaseClient database;
    private final Clock clock;

    Credentials(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Empty where the partner has so many already. */
    Mono<UUID> add(Visibility own, CredentialRequest.Checked asked, String by) {
        return database.sql("SELECT id FROM partner WHERE id = :partner FOR UPDATE")
                .bind("partner", own.ownerOrNobody())
                .fetch()
                .one()
                .flatMap(locked -> database.sql("""
                                INSERT INTO credential (partner_id, name, scopes, sandbox, created_by, created_at)
                                SELECT :partner, :name, :scopes, :sandbox, :by, :at
                                 WHERE (SELECT count(*) FROM credential
                                         WHERE partner_id = :partner AND revoked_at IS NULL) < :most
                                RETURNING id
                                """)
                        .bind("partner", own.ownerOrNobody())
                        .bind("name", asked.name())
                        .bind("scopes", asked.scopes().toArray(String[]::new))
                        .bind("sandbox", asked.sandbox())
                        .bind("by", by)
                        .bind("at", clock.instant())
                        .bind("most", MOST)
                        .mapValue(UUID.class)
                        .one());
    }

    Mono<Credential> find(UUID id, Visibility own) {
        return database.sql(SELECT + " AND c.id = :id")
                .bind("partner", own.ownerOrNobody())
                .bind("id", id)
                .map(Credentials::row)
                .one()
                .flatMap(row -> withClients(List.of(row)).map(List::getFirst));
    }

    /** The same, which nobody else changes until the transaction ends. */
    Mono<Credential> lock(UUID id, Visibility own) {
        return database.sql("SELECT id FROM credential WHERE id = :id AND partner_id = :partner FOR UPDATE")
                .bind("id", id)
                .bind("partner", own.ownerOrNobody())
                .fetch()
                .one()
                .flatMap(locked -> find(id, own));
    }

    /** The latest first. */
    Mono<Page<Credential>> page(Visibility own, PageRequest page) {
        return ListQuery.of(SELECT)
                .bind("partner", own.ownerOrNobody())
                .page(database, page, LATEST_FIRST, Credentials::row)
                .flatMap(rows -> withClients(rows.items()).map(items -> new Page<>(items, rows.next())));
    }

    Mono<Void> revoke(UUID id, Visibility own, String by) {
        return database.sql("""
                        UPDATE credential SET revoked_by = :by, revoked_at = :at, version = version + 1
                         WHERE id = :id AND partner_id = :partner AND revoked_at IS NULL
                        """)
                .bind("by", by)
                .bind("at", clock.instant())
                .bind("id", id)
                .bind("partner", own.ownerOrNobody())
                .then();
    }

    private Mono<List<Credential>> withClients(List<Credential> bare) {
        Flux<Owned> clients = database.sql("""
                        SELECT credential_id, client_id, issued_at, retires_at, secret_expires_at FROM credential_client
                         WHERE credential_id = ANY(:ids) AND client_id IS NOT NULL ORDER BY id DESC
                        """)
                .bind("ids", bare.stream().map(Credential::id).toArray(UUID[]::new))
                .map(row -> new Owned(Columns.id(row, "credential_id"), client(row)))
                .all();
        return clients.collectList()
                .map(all -> all.stream()
                        .collect(Collectors.groupingBy(
                                Owned::credential, Collectors.mapping(Owned::client, Collectors.toList()))))
                .map(byId -> bare.stream().map(one -> with(one, byId)).toList());
    }

    private static Credential with(Credential bare, Map<UUID, List<Client>> byId) {
        List<Client> clients = byId.getOrDefault(bare.id(), List.of());
        State state = bare.revokedAt() != null ? State.REVOKED : clients.isEmpty() ? State.REQUESTED : State.ACTIVE;
        return new Credential(
                bare.id(),
                bare.name(),
                bare.scopes(),
                bare.sandbox(),
                state,
                clients,
                bare.createdBy(),
                bare.createdAt(),
                bare.revokedAt(),
                bare.version());
    }

    private static Credential row(Readable row) {
        return new Credential(
                Columns.id(row, "id"),
                Columns.text(row, "name"),
                Columns.texts(row, "scopes"),
                Columns.flag(row, "sandbox"),
                State.REQUESTED,
                List.of(),
                Columns.text(row, "created_by"),
                Columns.time(row, "created_at"),
                Columns.timeOrNull(row, "revoked_at"),
                Columns.number(row, "version"));
    }

    private static Client client(Readable row) {
        return new Client(
                Columns.text(row, "client_id"),
                Columns.time(row, "issued_at"),
                Columns.timeOrNull(row, "retires_at"),
                Columns.timeOrNull(row, "secret_expires_at"));
    }

    private record Owned(UUID credential, Client client) {}
}
