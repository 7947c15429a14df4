package org.linli.company.consolidation.store;

import org.linli.company.consolidation.Unit;
import org.linli.platform.database.Columns;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.util.Collection;

/** HQ's own copy of the unit registry: what a code is called. */
@Repository
public class UnitNames {

    private static final String KEEP = """
            INSERT INTO hq_unit (code, name, unit_class)
            SELECT * FROM unnest(:code::text[], :name::text[], :unit_class::text[]) AS u(code)
             WHERE u.code LIKE ANY(:rights)
            ON CONFLICT (code) DO UPDATE SET name = EXCLUDED.name, unit_class = EXCLUDED.unit_class
            """;

    private static final String NAME = "SELECT name FROM hq_unit WHERE code = :code AND code LIKE ANY(:rights)";

    private final DatabaseClient database;

    UnitNames(DatabaseClient database) {
        this.database = database;
    }

    /** Writes units as they now are; each code at most once. */
    public Mono<Void> keep(Scope rights, Collection<Unit> units) {
        return units.isEmpty()
                ? Mono.empty()
                : database.sql(KEEP)
                        .bind("code", Columns.texts(units, Unit::code))
                        .bind("name", Columns.texts(units, Unit::name))
                        .bind("unit_class", Columns.texts(units, Unit::unitClass))
                        .bind("rights", rights.likePatterns())
                        .then();
    }

    /** The unit's name, empty where the registry has not told it yet. */
    public Mono<String> name(Scope rights, UnitCode code) {
        return database.sql(NAME)
                .bind("code", code.value())
                .bind("rights", rights.likePatterns())
                .map(row -> Columns.text(row, "name"))
                .one();
    }
}
