package org.linli.platform.unitregistry;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.function.Function;

/** The local copy of the unit registry. Views join it by code; a unit not heard of yet is shown by its code alone. */
class UnitCopies {

    private final DatabaseClient database;

    UnitCopies(DatabaseClient database) {
        this.database = database;
    }

    /** Adds or replaces units; news older than what is known changes nothing. */
    Mono<Void> keep(List<UnitCopy> units) {
        return database.sql("""
                        INSERT INTO unit (code, name, unit_class, level, sequence)
                        SELECT * FROM unnest(:codes::text[], :names::text[], :classes::text[], :levels::text[], :sequences::bigint[])
                        ON CONFLICT (code) DO UPDATE
                        SET name = EXCLUDED.name, unit_class = EXCLUDED.unit_class, sequence = EXCLUDED.sequence
                        WHERE unit.sequence < EXCLUDED.sequence
                        """)
                .bind("codes", texts(units, unit -> unit.code().value()))
                .bind("names", texts(units, UnitCopy::name))
                .bind("classes", texts(units, UnitCopy::unitClass))
                .bind("levels", texts(units, unit -> unit.code().level().name()))
                .bind("sequences", units.stream().map(UnitCopy::sequence).toArray(Long[]::new))
                .then();
    }

    private static @Nullable String[] texts(List<UnitCopy> units, Function<UnitCopy, @Nullable String> field) {
        return units.stream().map(field).toArray(String[]::new);
    }
}
