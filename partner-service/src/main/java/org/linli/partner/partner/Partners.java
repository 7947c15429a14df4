package org.linli.partner.partner;

import io.r2dbc.spi.Readable;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Role;
import org.linli.platform.security.SystemAccess;
import org.linli.platform.security.Visibility;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.util.Objects;
import java.util.UUID;

/** Partners as the other features need them: who the caller acts for, and what a partner is called. */
@Repository
public class Partners {

    private final DatabaseClient database;

    Partners(DatabaseClient database) {
        this.database = database;
    }

    /** The partner that the caller acts for; empty where it has registered none. */
    public Mono<PartnerRef> ofActor(Actor actor) {
        return database.sql("""
                        SELECT p.id, p.name FROM partner_member m JOIN partner p ON p.id = m.partner_id
                         WHERE m.subject = :subject
                        """)
                .bind("subject", actor.subject())
                .map(Partners::ref)
                .one();
    }

    /** The same, where a command needs one: a 409 {@code not-registered} says to register first. */
    public Mono<PartnerRef> acting(Actor actor) {
        return ofActor(actor).switchIfEmpty(Mono.error(Partners::notRegistered));
    }

    private static RuntimeException notRegistered() {
        return Problem.of("not-registered", HttpStatus.CONFLICT, "You act for no partner yet")
                .detail("Register with POST /api/partner/partners first.")
                .exception();
    }

    /** The same, together with how it stands in the street of a unit. */
    public Mono<ActingPartner> acting(Actor actor, UnitCode unit) {
        return database.sql("""
                        SELECT p.id, p.name, s.state, s.reason
                          FROM partner_member m
                          JOIN partner p ON p.id = m.partner_id
                          LEFT JOIN LATERAL (%s) AS s ON true
                         WHERE m.subject = :subject
                        """.formatted(PartnerStatuses.newest("p.id")))
                .bind("subject", actor.subject())
                .bind("street", PartnerStatuses.street(unit))
                .map(row -> new ActingPartner(ref(row), PartnerStatuses.standing(row)))
                .one()
                .switchIfEmpty(Mono.error(Partners::notRegistered));
    }

    /** What the caller sees and acts on: staff what is of their units, partners what is theirs. */
    public Mono<Visibility> visibility(Actor actor) {
        return visibility(actor, Visibility.ofStaff(actor));
    }

    /** @param staff roles whose units count for this route */
    public Mono<Visibility> visibility(Actor actor, Role... staff) {
        return visibility(actor, Visibility.of(actor.has(staff) ? actor.scope() : Scope.nowhere()));
    }

    private Mono<Visibility> visibility(Actor actor, Visibility ofUnits) {
        return actor.has(Role.PARTNER)
                ? ofActor(actor).map(own -> ofUnits.withOwner(own.id())).defaultIfEmpty(ofUnits)
                : Mono.just(ofUnits);
    }

    /** For a partner's own commands; empty where the caller acts for none. */
    public Mono<Visibility> own(Actor actor) {
        return ofActor(actor).map(PartnerRef::own);
    }

    /** What the partner is called; empty where there is none of that id. */
    @SystemAccess("a name stands beside what the caller sees already")
    public Mono<PartnerRef> named(UUID id) {
        return database.sql("SELECT id, name FROM partner WHERE id = :id")
                .bind("id", id)
                .map(Partners::ref)
                .one();
    }

    private static PartnerRef ref(Readable row) {
        return new PartnerRef(
                Objects.requireNonNull(row.get("id", UUID.class)),
                Objects.requireNonNull(row.get("name", String.class)));
    }
}
