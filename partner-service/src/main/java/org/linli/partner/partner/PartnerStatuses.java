package org.linli.partner.partner;

import io.r2dbc.spi.Readable;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** How partners stand in streets: a history that is only added to, whose newest entry counts. */
@Repository
public class PartnerStatuses {

    private static final int STREET_DIGITS = 9;

    private final DatabaseClient database;
    private final Clock clock;

    PartnerStatuses(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Selects the entry that counts in {@code :street}. */
    static String newest(String partner) {
        return """
                SELECT state, reason FROM partner_standing
                 WHERE partner_id = %s AND street = :street ORDER BY id DESC LIMIT 1
                """.formatted(partner);
    }

    /** The street of a unit; above all streets the unit itself, in which nothing is ever said. */
    static String street(UnitCode unit) {
        String code = unit.value();
        return code.substring(0, Math.min(STREET_DIGITS, code.length()));
    }

    /** How the partner stands in the street of this unit; active where nothing was said, or above all streets. */
    public Mono<PartnerStatus> of(UUID partner, UnitCode unit) {
        return unit.value().length() < STREET_DIGITS
                ? Mono.just(PartnerStatus.UNSAID)
                : database.sql(newest(":partner"))
                        .bind("partner", partner)
                        .bind("street", street(unit))
                        .map(PartnerStatuses::standing)
                        .one()
                        .defaultIfEmpty(PartnerStatus.UNSAID);
    }

    /** What this entry of the history says; nothing where there is none. */
    static PartnerStatus standing(Readable row) {
        return row.get("state", String.class) == null
                ? PartnerStatus.UNSAID
                : new PartnerStatus(state(row), row.get("reason", String.class));
    }

    /** The caller has made sure that the street is theirs. */
    Mono<Void> set(UUID partner, UnitCode street, PartnerState state, String reason, String by) {
        return database.sql("""
                        INSERT INTO partner_standing (partner_id, street, state, reason, set_by, set_at)
                        VALUES (:partner, :street, :state, :reason, :by, :at)
                        """)
                .bind("partner", partner)
                .bind("street", street.value())
                .bind("state", state.name())
                .bind("reason", reason)
                .bind("by", by)
                .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                .then();
    }

    /** All that was said in the streets of the scope, newest first. */
    Mono<List<PartnerStatusChange>> history(UUID partner, Scope scope) {
        return database.sql("""
                        SELECT s.street, u.name, s.state, s.reason, s.set_by, s.set_at
                          FROM partner_standing s LEFT JOIN unit u ON u.code = s.street
                         WHERE s.partner_id = :partner
                           AND EXISTS (SELECT 1 FROM unnest(:scope::text[]) p
                                        WHERE s.street LIKE p || '%' OR p LIKE s.street || '%')
                         ORDER BY s.id DESC LIMIT 1000
                        """)
                .bind("partner", partner)
                .bind("scope", scope.prefixes().toArray(String[]::new))
                .map(PartnerStatuses::entry)
                .all()
                .collectList();
    }

    private static PartnerStatusChange entry(Readable row) {
        return new PartnerStatusChange(
                Objects.requireNonNull(row.get("street", String.class)),
                row.get("name", String.class),
                state(row),
                Objects.requireNonNull(row.get("reason", String.class)),
                Objects.requireNonNull(row.get("set_by", String.class)),
                Objects.requireNonNull(row.get("set_at", Instant.class)));
    }

    private static PartnerState state(Readable row) {
        return PartnerState.valueOf(Objects.requireNonNull(row.get("state", String.class)));
    }
}
