package org.linli.fund.policy.store;

import io.r2dbc.spi.Readable;
import org.linli.fund.policy.BaseKind;
import org.linli.fund.policy.Carry;
import org.linli.fund.policy.DeclaredPolicy;
import org.linli.fund.policy.PolicyBook;
import org.linli.fund.policy.PolicyProposal;
import org.linli.fund.policy.PolicyScope;
import org.linli.fund.policy.Rate;
import org.linli.fund.policy.ReturnPolicy;
import org.linli.fund.policy.Terms;
import org.linli.fund.policy.application.Policies;
import org.linli.platform.database.Columns;
import org.linli.platform.paging.ListQuery;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.SortKey;
import org.linli.platform.security.SystemAccess;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.util.stream.Stream;

import static org.linli.platform.paging.SortColumn.code;
import static org.linli.platform.paging.SortColumn.integer;

@Repository
class R2dbcPolicies implements Policies {

    private static final String COLUMNS =
            "id, scope, version, base, rate, carry, effective_from, decided_by, decided_at";
    private static final SortKey<ReturnPolicy> BY_SCOPE = SortKey.ascending(
            code("scope", policy -> policy.scope().prefix()), integer("version", ReturnPolicy::version));
    /** Any number will do, as long as nothing else in this database locks it. */
    private static final long DECLARING = 7_710_001;

    private final DatabaseClient database;

    R2dbcPolicies(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<PolicyBook> bearingOn(Scope scope) {
        return database.sql("""
                        SELECT %s FROM return_policy
                        WHERE scope LIKE ANY(:scope) OR scope = ANY(:wider)
                        """.formatted(COLUMNS))
                .bind("scope", scope.likePatterns())
                .bind("wider", wider(scope))
                .map(R2dbcPolicies::policy)
                .all()
                .collectList()
                .map(PolicyBook::new);
    }

    @Override
    public Mono<Page<ReturnPolicy>> page(Scope scope, PageRequest page) {
        return ListQuery.of("SELECT %s FROM return_policy".formatted(COLUMNS)
                        + " WHERE (scope LIKE ANY(:scope) OR scope = ANY(:wider))")
                .bind("scope", scope)
                .bind("wider", wider(scope))
                .page(database, page, BY_SCOPE, R2dbcPolicies::policy);
    }

    @Override
    public Mono<Boolean> isKnown(Scope scope) {
        return database.sql("SELECT EXISTS (SELECT FROM unit WHERE code LIKE ANY(:scope))")
                .bind("scope", scope.likePatterns())
                .mapValue(Boolean.class)
                .one();
    }

    @Override
    @SystemAccess("a lock on no row")
    public Mono<Void> lockDeclaring() {
        return database.sql("SELECT pg_advisory_xact_lock(:declaring)")
                .bind("declaring", DECLARING)
                .then();
    }

    @Override
    public Mono<ReturnPolicy> add(Scope scope, DeclaredPolicy declared, String decidedBy) {
        PolicyProposal proposal = declared.proposal();
        if (!scope.covers(proposal.scope().prefix())) {
            return Mono.error(new IllegalArgumentException(proposal.scope() + " lies outside " + scope));
        }
        return database.sql("""
                        INSERT INTO return_policy (scope, version, base, rate, carry, effective_from, decided_by)
                        VALUES (:scope, :version, :base, :rate, :carry, :effectiveFrom, :decidedBy)
                        RETURNING %s
                        """.formatted(COLUMNS))
                .bind("scope", proposal.scope().prefix())
                .bind("version", declared.version())
                .bind("base", proposal.terms().base().name())
                .bind("rate", proposal.terms().rate().value())
                .bind("carry", proposal.terms().carry().name())
                .bind("effectiveFrom", proposal.effectiveFrom().toString())
                .bind("decidedBy", decidedBy)
                .map(R2dbcPolicies::policy)
                .one();
    }

    /** The codes of every subtree that holds one of the scope's prefixes. */
    private static String[] wider(Scope scope) {
        return scope.prefixes().stream()
                .flatMap(prefix -> Stream.of(0, 4, 6, 9)
                        .filter(digits -> digits < prefix.length())
                        .map(digits -> prefix.substring(0, digits)))
                .distinct()
                .toArray(String[]::new);
    }

    private static ReturnPolicy policy(Readable row) {
        return new ReturnPolicy(
                Columns.number(row, "id"),
                new PolicyScope(Columns.text(row, "scope")),
                Columns.integer(row, "version"),
                new Terms(
                        BaseKind.valueOf(Columns.text(row, "base")),
                        new Rate(Columns.decimal(row, "rate")),
                        Carry.valueOf(Columns.text(row, "carry"))),
                Columns.period(row, "effective_from"),
                Columns.text(row, "decided_by"),
                Columns.time(row, "decided_at"));
    }
}
