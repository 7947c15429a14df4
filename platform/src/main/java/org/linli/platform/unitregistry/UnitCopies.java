package org.linli.platform.unitregistry;

import org.linli.platform.database.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

import java.util.List;

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
                .bind("codes", Columns.texts(units, UnitCopy::code))
                .bind("names", Columns.texts(units, UnitCopy::name))
                .bind("classes", Columns.texts(units, UnitCopy::unitClass))
                .bind("levels", Columns.texts(units, unit -> unit.code().level()))
                .bind("sequences", Columns.numbers(units, UnitCopy::sequence))
                .then();
    }
}
