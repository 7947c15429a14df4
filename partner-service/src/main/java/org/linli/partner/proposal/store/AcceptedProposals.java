package org.linli.partner.proposal.store;

import org.linli.partner.proposal.AcceptedProposal;
import org.linli.platform.database.Columns;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.util.UUID;

/** Accepted proposals as the features after them need them. */
@Repository
public class AcceptedProposals {

    private final DatabaseClient database;

    AcceptedProposals(DatabaseClient database) {
        this.database = database;
    }

    /** Empty where there is none, where it lies outside the scope, and where it was not accepted. */
    public Mono<AcceptedProposal> find(UUID id, Scope scope) {
        return database.sql("""
                        SELECT p.id, p.unit_code, p.partner_id, v.title, v.mode, c.line
                          FROM proposal p
                          JOIN proposal_version v ON v.proposal_id = p.id AND v.number = p.content_version
                          JOIN open_call c ON c.id = p.call_id
                         WHERE p.id = :id AND p.state = 'ACCEPTED' AND p.unit_code LIKE ANY(:scope)
                        """)
                .bind("id", id)
                .bind("scope", scope.likePatterns())
                .map(row -> new AcceptedProposal(
                        Columns.id(row, "id"),
                        Columns.unit(row, "unit_code"),
                        Columns.id(row, "partner_id"),
                        Columns.text(row, "title"),
                        Columns.text(row, "line"),
                        Columns.text(row, "mode")))
                .one();
    }
}
