package org.linli.company.unit;

import io.r2dbc.spi.Readable;
import org.linli.platform.database.Columns;
import org.linli.platform.paging.ListQuery;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.SortKey;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import static org.linli.platform.paging.SortColumn.code;

/** The registry's table. */
@Repository
public class Units {

    private static final SortKey<Unit> BY_CODE = SortKey.ascending(code("code", Unit::code));

    private final DatabaseClient database;

    Units(DatabaseClient database) {
        this.database = database;
    }

    /** Which of these codes are registered, wherever they lie: codes are public facts. */
    public Mono<Set<UnitCode>> known(Collection<UnitCode> codes) {
        return database.sql("SELECT code FROM unit WHERE code = ANY(:codes)")
                .bind("codes", codes.stream().map(UnitCode::value).distinct().toArray(String[]::new))
                .mapValue(String.class)
                .all()
                .map(UnitCode::of)
                .collect(Collectors.toSet());
    }

    public Mono<Unit> find(UnitCode code, Scope scope) {
        return database.sql("""
                        SELECT code, name, unit_class, credit_code FROM unit
                        WHERE code = :code AND code LIKE ANY(:scope)
                        """)
                .bind("code", code.value())
                .bind("scope", scope.likePatterns())
                .map(Units::unit)
                .one();
    }

    Mono<Page<Unit>> list(UnitFilter filter, Scope scope, PageRequest page) {
        return ListQuery.of("SELECT code, name, unit_class, credit_code FROM unit WHERE code LIKE ANY(:scope)")
                .bind("scope", scope)
                .filter(
                        "length(code) = :digits",
                        filter.level() == null ? null : filter.level().digits())
                .filter("unit_class = :class", filter.unitClass())
                .filter("(strpos(lower(name), lower(:text)) > 0 OR strpos(code, :text) > 0)", filter.text())
                .page(database, page, BY_CODE, Units::unit);
    }

    /** Keeps all other writers of the registry out until the transaction ends: they are few. */
    Mono<Void> lock() {
        return database.sql("SELECT pg_advisory_xact_lock(hashtext('company.unit'))")
                .then();
    }

    /** What is registered of these codes, each with the sequence of its last event. */
    Mono<Map<UnitCode, Stored>> registered(Collection<UnitCode> codes) {
        return database.sql("SELECT code, name, unit_class, credit_code, sequence FROM unit WHERE code = ANY(:codes)")
                .bind("codes", codes.stream().map(UnitCode::value).toArray(String[]::new))
                .map(row -> new Stored(unit(row), Columns.number(row, "sequence")))
                .all()
                .collect(Collectors.toMap(found -> found.unit().code(), Function.identity()));
    }

    Mono<Void> save(Collection<Stored> units) {
        if (units.isEmpty()) {
            return Mono.empty();
        }
        return database.sql("""
                        INSERT INTO unit (code, name, unit_class, credit_code, sequence)
                        SELECT * FROM unnest(:codes::text[], :names::text[], :classes::text[], :credits::text[], :sequences::bigint[])
                        ON CONFLICT (code) DO UPDATE
                        SET name = excluded.name, unit_class = excluded.unit_class, credit_code = excluded.credit_code,
                            sequence = excluded.sequence, changed_at = now()
                        """)
                .bind("codes", Columns.texts(units, each -> each.unit().code()))
                .bind("names", Columns.texts(units, each -> each.unit().name()))
                .bind("classes", Columns.texts(units, each -> each.unit().unitClass()))
                .bind("credits", Columns.texts(units, each -> each.unit().creditCode()))
                .bind("sequences", Columns.numbers(units, Stored::sequence))
                .then();
    }

    private static Unit unit(Readable row) {
        String unitClass = row.get("unit_class", String.class);
        return new Unit(
                Columns.unit(row, "code"),
                Columns.text(row, "name"),
                unitClass == null ? null : UnitClass.valueOf(unitClass),
                row.get("credit_code", String.class));
    }

    /** @param sequence of the unit's last event */
    record Stored(Unit unit, long sequence) {}
}
