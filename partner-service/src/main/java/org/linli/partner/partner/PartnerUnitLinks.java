package org.linli.partner.partner;

import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.util.UUID;

/** Where partners have dealings: who answers for such a unit may ask for their personal data, and nobody else. */
@Repository
public class PartnerUnitLinks {

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Clock clock;

    PartnerUnitLinks(DatabaseClient database, TransactionalOperator transaction, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** To be told in the transaction that brings a dealing about, such as a submitted proposal; again changes nothing. */
    public Mono<Void> add(UUID partner, UnitCode unit) {
        return database.sql(insert("true"))
                .bind("partner", partner)
                .bind("unit", unit.value())
                .bind("at", clock.instant())
                .then()
                .as(transaction::transactional);
    }

    /** The same as part of a statement that binds {@code :partner}, {@code :unit} and {@code :at}. */
    public static String insert(String where) {
        return """
                INSERT INTO partner_tie (partner_id, unit_code, since) SELECT :partner, :unit, :at WHERE %s
                ON CONFLICT DO NOTHING
                """.formatted(where);
    }

    /** Whether the partner has dealings anywhere in the scope. */
    Mono<Boolean> within(UUID partner, Scope scope) {
        return database.sql("""
                        SELECT EXISTS (SELECT 1 FROM partner_tie
                                        WHERE partner_id = :partner AND unit_code LIKE ANY(:scope))
                        """)
                .bind("partner", partner)
                .bind("scope", scope.likePatterns())
                .mapValue(Boolean.class)
                .one();
    }
}
