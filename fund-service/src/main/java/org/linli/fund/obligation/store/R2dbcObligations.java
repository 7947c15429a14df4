package org.linli.fund.obligation.store;

import org.linli.fund.obligation.Accrual;
import org.linli.fund.obligation.Accruals;
import org.linli.fund.obligation.CarryOver;
import org.linli.fund.obligation.Obligation;
import org.linli.fund.obligation.ObligationKey;
import org.linli.fund.obligation.application.Obligations;
import org.linli.platform.money.Yuan;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.util.Collection;
import java.util.List;

import static org.linli.platform.database.Columns.fen;
import static org.linli.platform.database.Columns.numbers;
import static org.linli.platform.database.Columns.texts;

@Repository
class R2dbcObligations implements Obligations {

    /** Any number will do, as long as nothing else in this database locks pairs with it. */
    private static final int YEARS = 7_710_002;

    private final DatabaseClient database;

    R2dbcObligations(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<List<Obligation>> lock(Scope scope, Collection<ObligationKey> keys) {
        return database.sql("""
                        SELECT %s FROM return_obligation o
                        JOIN unnest(:units::text[], :periods::text[]) AS asked (unit, period)
                          ON o.unit = asked.unit AND o.period = asked.period
                        WHERE o.unit LIKE ANY(:scope)
                        ORDER BY o.unit, o.period
                        FOR UPDATE OF o
                        """.formatted(ObligationRow.COLUMNS))
                .bind("units", texts(keys, key -> key.unit().value()))
                .bind("periods", texts(keys, key -> key.period().toString()))
                .bind("scope", scope.likePatterns())
                .map(ObligationRow::read)
                .all()
                .collectList();
    }

    @Override
    public Mono<Void> record(Scope scope, Accruals accruals) {
        if (!accruals.obligations().stream()
                .allMatch(it -> scope.covers(it.key().unit()))) {
            return Mono.error(new IllegalArgumentException("an obligation lies outside " + scope));
        }
        List<CarryOver> carried = accruals.carriedOver();
        return upsert(accruals.obligations())
                .then(add(accruals.accruals()))
                .then(carried.isEmpty() ? Mono.empty() : addCarried(carried));
    }

    /** Terms stand as they were frozen: a correction touches everything but them. */
    private Mono<Void> upsert(List<Obligation> obligations) {
        return database.sql("""
                        INSERT INTO return_obligation (unit, period, policy_id, base_kind, rate, carry,
                            statement_id, statement_version, gross, tax, direct_cost, base, carried, owed, funded,
                            sequence)
                        SELECT * FROM unnest(:units::text[], :periods::text[], :policies::bigint[], :kinds::text[],
                            :rates::numeric[], :carries::text[], :statements::text[], :versions::integer[], :gross::bigint[],
                            :tax::bigint[], :directCost::bigint[], :base::bigint[], :carried::bigint[], :owed::bigint[], :funded::bigint[], :sequences::bigint[])
                        ON CONFLICT (unit, period) DO UPDATE
                        SET statement_id = EXCLUDED.statement_id, statement_version = EXCLUDED.statement_version,
                            gross = EXCLUDED.gross, tax = EXCLUDED.tax, direct_cost = EXCLUDED.direct_cost,
                            base = EXCLUDED.base, carried = EXCLUDED.carried, owed = EXCLUDED.owed, sequence = EXCLUDED.sequence, changed_at = now()
                        """)
                .bind("units", texts(obligations, it -> it.key().unit().value()))
                .bind("periods", texts(obligations, it -> it.key().period().toString()))
                .bind("policies", numbers(obligations, it -> it.frozen().policyId()))
                .bind("kinds", texts(obligations, it -> it.baseKind().name()))
                .bind(
                        "rates",
                        texts(obligations, it -> it.frozen().terms().rate().toString()))
                .bind(
                        "carries",
                        texts(obligations, it -> it.frozen().terms().carry().name()))
                .bind("statements", texts(obligations, it -> it.statement().id()))
                .bind("versions", numbers(obligations, it -> it.statement().version()))
                .bind("gross", fen(obligations, it -> it.figures().gross()))
                .bind("tax", fen(obligations, it -> it.figures().tax()))
                .bind("directCost", fen(obligations, it -> it.figures().directCost()))
                .bind("base", fen(obligations, Obligation::base))
                .bind("carried", fen(obligations, Obligation::carried))
                .bind("owed", fen(obligations, Obligation::owed))
                .bind("funded", fen(obligations, Obligation::funded))
                .bind("sequences", numbers(obligations, Obligation::sequence))
                .then();
    }

    private Mono<Void> add(List<Accrual> accruals) {
        return database.sql("""
                        INSERT INTO obligation_accrual (unit, period, version, statement_id, gross, tax, direct_cost,
                            base, carried, owed, change, accepted_by, accepted_at)
                        SELECT * FROM unnest(:units::text[], :periods::text[], :versions::integer[], :statements::text[],
                            :gross::bigint[], :tax::bigint[], :directCost::bigint[], :base::bigint[], :carried::bigint[],
                            :owed::bigint[], :changes::bigint[], :acceptedBy::text[], :acceptedAt::timestamptz[])
                        """)
                .bind("units", texts(accruals, it -> it.after().key().unit().value()))
                .bind("periods", texts(accruals, it -> it.after().key().period().toString()))
                .bind("versions", numbers(accruals, it -> it.statement().version()))
                .bind("statements", texts(accruals, it -> it.statement().id()))
                .bind("gross", fen(accruals, it -> it.statement().figures().gross()))
                .bind("tax", fen(accruals, it -> it.statement().figures().tax()))
                .bind("directCost", fen(accruals, it -> it.statement().figures().directCost()))
                .bind("base", fen(accruals, it -> it.after().base()))
                .bind("carried", fen(accruals, it -> it.after().carried()))
                .bind("owed", fen(accruals, it -> it.after().owed()))
                .bind("changes", fen(accruals, Accrual::change))
                .bind("acceptedBy", texts(accruals, it -> it.statement().acceptedBy()))
                .bind(
                        "acceptedAt",
                        texts(accruals, it -> it.statement().acceptedAt().toString()))
                .then();
    }

    private Mono<Void> addCarried(List<CarryOver> carried) {
        return database.sql("""
                        INSERT INTO obligation_carry (unit, period, statement_id, carried, owed, change)
                        SELECT * FROM unnest(:units::text[], :periods::text[], :statements::text[], :carried::bigint[],
                            :owed::bigint[], :changes::bigint[])
                        """)
                .bind("units", texts(carried, it -> it.after().key().unit().value()))
                .bind("periods", texts(carried, it -> it.after().key().period().toString()))
                .bind("statements", texts(carried, it -> it.cause().id()))
                .bind("carried", fen(carried, it -> it.after().carried()))
                .bind("owed", fen(carried, it -> it.after().owed()))
                .bind("changes", fen(carried, CarryOver::change))
                .then();
    }

    /** In one order, so that two who wait never wait for each other in a ring. */
    @Override
    public Mono<Void> lockYears(Scope scope, Collection<UnitCode> branches) {
        return database.sql("""
                        SELECT pg_advisory_xact_lock(:years, hashtext(branch.unit))
                        FROM (SELECT unit FROM unnest(:units::text[]) AS asked (unit)
                              WHERE unit LIKE ANY(:scope) ORDER BY hashtext(unit)) AS branch
                        """)
                .bind("years", YEARS)
                .bind("units", texts(branches, UnitCode::value))
                .bind("scope", scope.likePatterns())
                .then();
    }

    @Override
    public Mono<Void> recordFunding(Scope scope, Obligation funded) {
        return database.sql("""
                        UPDATE return_obligation
                        SET funded = :funded, sequence = :sequence, changed_at = now()
                        WHERE unit = :unit AND period = :period AND unit LIKE ANY(:scope)
                        """)
                .bind("funded", Yuan.fen(funded.funded()))
                .bind("sequence", funded.sequence())
                .bind("unit", funded.key().unit().value())
                .bind("period", funded.key().period().toString())
                .bind("scope", scope.likePatterns())
                .then();
    }
}
