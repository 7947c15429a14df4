package org.linli.partner.proposal.store;

import org.linli.platform.database.Columns;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.util.UUID;

/** Proposals on trial as the trial itself needs them. */
@Repository
public class ProposalsInTrial {

    private final DatabaseClient database;

    ProposalsInTrial(DatabaseClient database) {
        this.database = database;
    }

    /** @param inTrial whether it is on trial now */
    public record Found(UUID id, UnitCode unit, UUID partner, String title, boolean inTrial) {}

    /** Empty where there is none that was handed in, and where it lies outside the scope. */
    public Mono<Found> find(UUID id, Scope scope) {
        return database.sql("""
                        SELECT p.id, p.unit_code, p.partner_id, coalesce(v.title, '') AS title, p.state
                          FROM proposal p
                          JOIN proposal_version v ON v.proposal_id = p.id AND v.number = p.content_version
                         WHERE p.id = :id AND p.first_submitted IS NOT NULL AND p.unit_code LIKE ANY(:scope)
                        """)
                .bind("id", id)
                .bind("scope", scope.likePatterns())
                .map(row -> new Found(
                        Columns.id(row, "id"),
                        Columns.unit(row, "unit_code"),
                        Columns.id(row, "partner_id"),
                        Columns.text(row, "title"),
                        Columns.text(row, "state").equals("IN_TRIAL")))
                .one();
    }
}
