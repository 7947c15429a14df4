package org.linli.partner.points.store;

import io.r2dbc.spi.Readable;
import org.linli.partner.points.PointsRule;
import org.linli.partner.points.application.PointsRuleBook;
import org.linli.platform.database.Columns;
import org.linli.platform.security.SystemAccess;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.util.List;

/** The decisions about earning rules, the newest of each in force. */
@Repository
class PointsRules implements PointsRuleBook {

    private final DatabaseClient database;

    PointsRules(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<PointsRule> decide(PointsRule rule, String by, Scope scope) {
        return database.sql("""
                        INSERT INTO points_rule
                               (street, code, version, name, points, per, valid_months, active, decided_by)
                        SELECT :street, :code, coalesce(max(version), 0) + 1, :name, :points, :per, :months, :active, :by
                          FROM points_rule WHERE street = :street AND code = :code
                        HAVING :street LIKE ANY(:scope)
                        RETURNING *
                        """)
                .bind("street", rule.street())
                .bind("code", rule.code())
                .bind("name", rule.name())
                .bind("points", rule.points())
                .bind("per", rule.per())
                .bind("months", rule.validMonths())
                .bind("active", rule.active())
                .bind("by", by)
                .bind("scope", scope.likePatterns())
                .map(PointsRules::read)
                .one();
    }

    @Override
    @SystemAccess("what earns points is published by each street")
    public Mono<List<PointsRule>> inForce(String street) {
        return database.sql("""
                        SELECT DISTINCT ON (code) * FROM points_rule WHERE street = :street ORDER BY code, version DESC
                        """)
                .bind("street", street)
                .map(PointsRules::read)
                .all()
                .collectList();
    }

    private static PointsRule read(Readable row) {
        return new PointsRule(
                Columns.text(row, "street"),
                Columns.text(row, "code"),
                Columns.integer(row, "version"),
                Columns.text(row, "name"),
                Columns.integer(row, "points"),
                Columns.text(row, "per"),
                Columns.integer(row, "valid_months"),
                Columns.flag(row, "active"));
    }
}
