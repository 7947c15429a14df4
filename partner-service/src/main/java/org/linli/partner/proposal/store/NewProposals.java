package org.linli.partner.proposal.store;

import org.linli.partner.partner.PartnerUnitLinks;
import org.linli.partner.proposal.application.NewProposal;
import org.linli.partner.proposal.application.Proposals.Stamp;
import org.linli.partner.proposal.application.StoredProposal;
import org.linli.platform.database.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import java.time.Instant;

/**
 * Adds a proposal in one statement: its row, its first version, its history, and with a submission that the partner has
 * dealings with the unit.
 */
@Component
class NewProposals {

    private static final String INSERT =
            """
            WITH begun AS (
                INSERT INTO proposal (call_id, unit_code, partner_id, partner_name, state, sequence,
                    created_by, created_at, submitted_by, submitted_at, first_submitted, submitted_version,
                    search_text, search_initials, grams)
                VALUES (:call, :unit, :partner, :name, :state, :sequence,
                    :by, :at, :submittedBy, :submittedAt, :submitted, :submitted,
                    :text, :initials, :grams)
                RETURNING id, version),
            said AS (%s FROM begun),
            tied AS (%s),
            told AS (
                INSERT INTO proposal_history (proposal_id, action, actor, at, content_version)
                SELECT begun.id, done.action, :by, :at, :number
                  FROM begun, unnest(:actions) WITH ORDINALITY AS done (action, place)
                 ORDER BY done.place)
            SELECT id, version FROM begun
            """.formatted(VersionRows.insert("begun.id"), PartnerUnitLinks.insert(":state = 'SUBMITTED'"));

    private final DatabaseClient database;
    private final VersionRows versions;

    NewProposals(DatabaseClient database, VersionRows versions) {
        this.database = database;
        this.versions = versions;
    }

    Mono<StoredProposal> add(NewProposal beginning) {
        boolean handedIn = beginning.handedIn();
        var insert = database.sql(INSERT)
                .bind("call", beginning.call().call().id())
                .bind("unit", beginning.call().call().terms().unit().value())
                .bind("partner", beginning.partner().id())
                .bind("name", beginning.partner().name())
                .bind("state", handedIn ? "SUBMITTED" : "DRAFT")
                .bind("sequence", beginning.sequence())
                .bind("submittedBy", Columns.orNull(handedIn ? beginning.by() : null, String.class))
                .bind("submittedAt", Columns.orNull(handedIn ? beginning.at() : null, Instant.class))
                .bind("submitted", Columns.orNull(handedIn ? NewProposal.FIRST_VERSION : null, Integer.class))
                .bind("actions", beginning.actions().toArray(String[]::new));
        insert = R2dbcProposals.searchable(
                insert, beginning.content(), beginning.partner().name());
        return versions.bind(
                        insert,
                        NewProposal.FIRST_VERSION,
                        beginning.content(),
                        new Stamp(beginning.by(), beginning.at()))
                .map(row -> beginning.begun(Columns.id(row, "id"), Columns.number(row, "version")))
                .one();
    }
}
