package org.linli.partner.partner;

import io.swagger.v3.oas.annotations.media.Schema;
import org.linli.platform.database.Columns;
import org.linli.platform.encryption.FieldCipher;
import org.linli.platform.security.Actor;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Opens personal data, and writes down each time who read what and why. */
@Repository
class PersonalReadings {

    private final DatabaseClient database;
    private final FieldCipher cipher;
    private final Clock clock;

    PersonalReadings(DatabaseClient database, FieldCipher cipher, Clock clock) {
        this.database = database;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** The clear value, once the reading is written down in the same transaction; empty where none was stated. */
    Mono<String> open(UUID partner, PersonalField field, String purpose, Actor reader) {
        return database.sql("SELECT " + field.column() + "_sealed AS sealed FROM partner WHERE id = :id")
                .bind("id", partner)
                .map(row -> Optional.ofNullable(row.get("sealed", String.class)))
                .one()
                .flatMap(Mono::justOrEmpty)
                .map(hidden -> cipher.open(hidden, field.placeOf(partner)))
                .flatMap(clear -> write(partner, field, purpose, reader).thenReturn(clear));
    }

    private Mono<Void> write(UUID partner, PersonalField field, String purpose, Actor reader) {
        String roles = reader.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        return database.sql("""
                        INSERT INTO partner_reading (partner_id, field, purpose, read_by, read_as, read_at)
                        VALUES (:partner, :field, :purpose, :by, :as, :at)
                        """)
                .bind("partner", partner)
                .bind("field", field.name())
                .bind("purpose", purpose)
                .bind("by", reader.subject())
                .bind("as", roles)
                .bind("at", clock.instant())
                .then();
    }

    /** Who has read the partner's data, newest first. */
    Mono<List<Reading>> of(UUID partner) {
        return database.sql("""
                        SELECT field, purpose, read_by, read_at FROM partner_reading
                         WHERE partner_id = :partner ORDER BY id DESC LIMIT 1000
                        """)
                .bind("partner", partner)
                .map(row -> new Reading(
                        PersonalField.valueOf(Columns.text(row, "field")),
                        Columns.text(row, "purpose"),
                        Columns.text(row, "read_by"),
                        Columns.time(row, "read_at")))
                .all()
                .collectList();
    }

    @Schema(name = "PersonalReading")
    record Reading(PersonalField field, String purpose, String by, Instant at) {}
}
