package org.linli.partner.points.store;

import io.r2dbc.spi.Readable;
import org.linli.partner.points.CardPurpose;
import org.linli.partner.points.PointsAccount;
import org.linli.partner.points.PointsLot;
import org.linli.platform.database.Columns;
import org.linli.platform.encryption.FieldCipher;
import org.linli.platform.paging.ListQuery;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.SortKey;
import org.linli.platform.security.SystemAccess;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import static org.linli.platform.paging.SortColumn.code;
import static org.linli.platform.paging.SortColumn.text;

/** Whose points there are, the cards that stand for them, and what is left of what was earned. */
@Repository
public class PointsAccounts {

    private static final String COLUMNS = "a.id, a.street, a.holder, a.name";

    private static final int MOST = 100;

    private static final SortKey<PointsAccount> BY_STREET =
            SortKey.ascending(code("street", PointsAccount::street), text("holder", PointsAccount::holder));

    private final DatabaseClient database;
    private final FieldCipher cipher;

    PointsAccounts(DatabaseClient database, FieldCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    /** The holder's own account in a street, opened with the first question; empty where there is no such street. */
    public Mono<PointsAccount> ofHolder(String holder, String name, String street) {
        return database.sql("""
                        INSERT INTO points_account AS a (street, holder, name)
                        SELECT code, :holder, :name FROM unit WHERE code = :street AND level = 'STREET'
                        ON CONFLICT (street, holder) DO UPDATE SET name = EXCLUDED.name
                        RETURNING %s
                        """.formatted(COLUMNS))
                .bind("street", street)
                .bind("holder", holder)
                .bind("name", name)
                .map(PointsAccounts::read)
                .one();
    }

    /** Gives out a card and forgets the account's ended ones. @return false where the code is in use */
    public Mono<Boolean> addCard(String code, UUID account, CardPurpose purpose, Instant expiresAt, Instant now) {
        return database.sql("""
                        WITH ended AS (DELETE FROM points_card WHERE account_id = :account AND expires_at < :now)
                        INSERT INTO points_card (code_hash, account_id, purpose, expires_at)
                        VALUES (:code, :account, :purpose, :end)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("code", hash(code))
                .bind("account", account)
                .bind("purpose", purpose.name())
                .bind("end", expiresAt)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** The account that a card for such a purpose stands for, at a counter of its street and of the caller's; locked. */
    public Mono<PointsAccount> byCard(String code, Set<CardPurpose> purposes, Instant now, Scope counter) {
        return database.sql("""
                        SELECT %s FROM points_card c JOIN points_account a ON a.id = c.account_id
                         WHERE c.code_hash = :code AND c.expires_at > :now AND c.used_at IS NULL
                           AND c.purpose = ANY(:purposes)
                           AND EXISTS (SELECT FROM unnest(:prefixes::text[]) AS prefix WHERE starts_with(prefix, a.street))
                         FOR UPDATE OF a
                        """.formatted(COLUMNS))
                .bind("code", hash(code))
                .bind("purposes", Columns.texts(purposes, CardPurpose::name))
                .bind("now", now)
                .bind("prefixes", counter.prefixes().toArray(String[]::new))
                .map(PointsAccounts::read)
                .one();
    }

    /** @return false where it was used up meanwhile */
    public Mono<Boolean> useUp(String code, Instant now) {
        return database.sql("UPDATE points_card SET used_at = :now WHERE code_hash = :code AND used_at IS NULL")
                .bind("now", now)
                .bind("code", hash(code))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Under a key: the few digits of a code could be tried out against a plain hash. */
    private String hash(String code) {
        return cipher.index(code, "points-card");
    }

    /** The accounts of a holder, by street; more than {@value #MOST} nobody lives in. */
    public Mono<List<PointsAccount>> ofHolder(String holder) {
        return database.sql("SELECT %s FROM points_account a WHERE holder = :holder ORDER BY street LIMIT :most"
                        .formatted(COLUMNS))
                .bind("holder", holder)
                .bind("most", MOST)
                .map(PointsAccounts::read)
                .all()
                .collectList();
    }

    public Mono<PointsAccount> find(UUID id, Scope scope) {
        return database.sql(
                        "SELECT %s FROM points_account a WHERE id = :id AND street LIKE ANY(:scope)".formatted(COLUMNS))
                .bind("id", id)
                .bind("scope", scope.likePatterns())
                .map(PointsAccounts::read)
                .one();
    }

    /** Locked, so that what is read of it afterwards stays true until the commit. */
    public Mono<PointsAccount> lock(UUID id, Scope scope) {
        return database.sql("SELECT %s FROM points_account a WHERE id = :id AND street LIKE ANY(:scope) FOR UPDATE"
                        .formatted(COLUMNS))
                .bind("id", id)
                .bind("scope", scope.likePatterns())
                .map(PointsAccounts::read)
                .one();
    }

    public Mono<Page<PointsAccount>> list(String text, Scope scope, PageRequest page) {
        return ListQuery.of("SELECT %s FROM points_account a WHERE street LIKE ANY(:scope)".formatted(COLUMNS))
                .bind("scope", scope)
                .filter("strpos(name, :text) > 0", text)
                .page(database, page, BY_STREET, PointsAccounts::read);
    }

    /** What is left of what the account's holder earned. */
    public Mono<List<PointsLot>> lots(PointsAccount account) {
        return lots(List.of(account)).map(lots -> lots.getOrDefault(account.id(), List.of()));
    }

    /** The same of several accounts at once, by the account's id; absent where nothing is left. */
    public Mono<Map<UUID, List<PointsLot>>> lots(Collection<PointsAccount> accounts) {
        return database.sql("""
                        SELECT e.account_id, e.id, e.expires_on, sum(p.amount)::int AS remaining
                          FROM points_entry e JOIN points_posting p ON p.lot = e.id
                         WHERE e.account_id = ANY(:accounts)
                         GROUP BY e.id HAVING sum(p.amount) > 0
                         ORDER BY e.expires_on, e.id
                        """)
                .bind("accounts", accounts.stream().map(PointsAccount::id).toArray(UUID[]::new))
                .map(row -> Map.entry(
                        Columns.id(row, "account_id"),
                        new PointsLot(
                                Columns.id(row, "id"),
                                Columns.integer(row, "remaining"),
                                Columns.date(row, "expires_on"))))
                .all()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Accounts with points that have ended and are still there; work of nobody's, so of every street. */
    @SystemAccess("the clock lets points expire")
    public Flux<PointsAccount> withEndedPoints(LocalDate today) {
        return database.sql("""
                        SELECT DISTINCT %s FROM points_account a
                          JOIN points_entry e ON e.account_id = a.id
                         WHERE e.expires_on < :today
                           AND (SELECT sum(amount) FROM points_posting WHERE lot = e.id) > 0
                         LIMIT 500
                        """.formatted(COLUMNS))
                .bind("today", today)
                .map(PointsAccounts::read)
                .all();
    }

    private static PointsAccount read(Readable row) {
        return new PointsAccount(
                Columns.id(row, "id"),
                Columns.text(row, "street"),
                Columns.text(row, "holder"),
                Columns.text(row, "name"));
    }
}
