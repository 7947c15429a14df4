package org.linli.partner.proposal.store;

import org.linli.partner.proposal.application.ProposalVersions;
import org.linli.platform.database.Columns;
import org.linli.platform.security.Visibility;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;

@Repository
class R2dbcProposalVersions implements ProposalVersions {

    /** A draft may be saved for ever; shown is what came last. */
    private static final int MOST = 200;

    private final DatabaseClient database;
    private final ProposalRow rows;

    R2dbcProposalVersions(DatabaseClient database, ProposalRow rows) {
        this.database = database;
        this.rows = rows;
    }

    @Override
    public Mono<List<Version>> of(Visibility visibility, UUID proposal) {
        var select = database.sql("SELECT " + ProposalRow.CONTENT + """
                        , v.number, v.saved_by, v.saved_at
                          FROM proposal_version v JOIN proposal p ON p.id = v.proposal_id
                         WHERE p.id = :id
                           AND (p.partner_id = :owner OR v.number BETWEEN p.first_submitted AND p.submitted_version)
                           AND """ + " " + VisibilityCondition.of(visibility)
                        + " ORDER BY v.number DESC LIMIT " + MOST)
                .bind("id", proposal);
        return select.bindValues(VisibilityCondition.values(visibility))
                .map(row -> new Version(
                        Columns.integer(row, "number"),
                        rows.content(row),
                        Columns.text(row, "saved_by"),
                        Columns.time(row, "saved_at")))
                .all()
                .collectList()
                .map(List::reversed);
    }

    @Override
    public Mono<Void> add(Visibility visibility, UUID proposal, Step step) {
        return database.sql("""
                        INSERT INTO proposal_history (proposal_id, action, actor, at, content_version, notes)
                        SELECT p.id, :action, :actor, :at, :version, :notes FROM proposal p
                         WHERE p.id = :id AND (p.partner_id = :owner OR p.unit_code LIKE ANY(:scope))
                        """)
                .bind("action", step.action())
                .bind("actor", step.actor())
                .bind("at", step.at())
                .bind("version", step.contentVersion())
                .bind("notes", step.notes().toArray(String[]::new))
                .bind("id", proposal)
                .bind("owner", visibility.ownerOrNobody())
                .bind("scope", visibility.scope().likePatterns())
                .then();
    }

    /** A unit sees what happened from the first handing in on. */
    @Override
    public Mono<List<Step>> history(Visibility visibility, UUID proposal) {
        var select = database.sql("""
                        SELECT h.action, h.actor, h.at, h.content_version, h.notes
                          FROM proposal_history h JOIN proposal p ON p.id = h.proposal_id
                         WHERE p.id = :id
                           AND (p.partner_id = :owner
                                OR h.action NOT IN ('DRAFTED', 'EDITED'))
                           AND """ + " " + VisibilityCondition.of(visibility) + " ORDER BY h.id DESC LIMIT " + MOST)
                .bind("id", proposal);
        return select.bindValues(VisibilityCondition.values(visibility))
                .map(row -> new Step(
                        Columns.text(row, "action"),
                        Columns.text(row, "actor"),
                        Columns.time(row, "at"),
                        Columns.integer(row, "content_version"),
                        Columns.texts(row, "notes")))
                .all()
                .collectList()
                .map(List::reversed);
    }
}
