package org.linli.partner.proposal.store;

import org.linli.partner.proposal.Proposal;
import org.linli.partner.proposal.ProposalContent;
import org.linli.partner.proposal.application.NewProposal;
import org.linli.partner.proposal.application.ProposalFilter;
import org.linli.partner.proposal.application.Proposals;
import org.linli.partner.proposal.application.StoredProposal;
import org.linli.partner.search.Searchable;
import org.linli.platform.paging.ListQuery;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.SortKey;
import org.linli.platform.security.Visibility;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import static org.linli.platform.paging.SortColumn.id;

@Repository
class R2dbcProposals implements Proposals {

    private static final String SELECT =
            "SELECT " + ProposalRow.COLUMNS + """
             FROM proposal p
             JOIN proposal_version v ON v.proposal_id = p.id AND v.number = %s
             LEFT JOIN unit u ON u.code = p.unit_code
            WHERE """.formatted(VisibilityCondition.SEEN_VERSION) + " ";

    private static final SortKey<StoredProposal> LATEST_FIRST = SortKey.descending(id("p.id", StoredProposal::id));

    private final DatabaseClient database;
    private final ProposalRow rows;
    private final VersionRows versions;
    private final ProposalStates states;
    private final NewProposals begun;

    R2dbcProposals(
            DatabaseClient database,
            ProposalRow rows,
            VersionRows versions,
            ProposalStates states,
            NewProposals begun) {
        this.database = database;
        this.begun = begun;
        this.rows = rows;
        this.versions = versions;
        this.states = states;
    }

    @Override
    public Mono<StoredProposal> add(NewProposal beginning) {
        return begun.add(beginning);
    }

    @Override
    public Mono<Void> addVersion(Visibility visibility, StoredProposal locked, ProposalContent content, Stamp stamp) {
        var update = database.sql("""
                        UPDATE proposal p
                           SET content_version = :number, search_text = :text, search_initials = :initials,
                               grams = :grams
                         WHERE p.id = :id AND p.partner_id = :owner
                        """)
                .bind("number", locked.contentVersion() + 1)
                .bind("id", locked.id())
                .bind("owner", visibility.ownerOrNobody());
        return searchable(update, content, locked.partner().name())
                .then()
                .then(versions.add(locked.id(), locked.contentVersion() + 1, content, stamp));
    }

    static GenericExecuteSpec searchable(GenericExecuteSpec statement, ProposalContent content, String name) {
        Searchable found = Searchable.of(content.words(name));
        return statement
                .bind("text", found.text())
                .bind("initials", found.initials())
                .bind("grams", found.grams().toArray(String[]::new));
    }

    @Override
    public Mono<StoredProposal> find(Visibility visibility, UUID id) {
        return database.sql(SELECT + VisibilityCondition.of(visibility) + " AND p.id = :id")
                .bind("id", id)
                .bindValues(VisibilityCondition.values(visibility))
                .map(rows::read)
                .one();
    }

    /** Locks first and reads in a later statement, so that what was committed meanwhile is seen. */
    @Override
    public Mono<StoredProposal> lock(Visibility visibility, UUID id) {
        return database.sql("""
                        SELECT id FROM proposal
                         WHERE id = :id AND (partner_id = :owner OR unit_code LIKE ANY(:scope))
                           FOR UPDATE
                        """)
                .bind("id", id)
                .bind("owner", visibility.ownerOrNobody())
                .bind("scope", visibility.scope().likePatterns())
                .mapValue(UUID.class)
                .one()
                .flatMap(locked -> find(visibility, locked));
    }

    @Override
    public Mono<Void> save(Visibility visibility, Proposal next, long sequence) {
        return states.save(visibility, next, sequence);
    }

    @Override
    public Mono<Void> cite(Visibility visibility, UUID id, UUID ranking) {
        return states.cite(visibility, id, ranking);
    }

    @Override
    public Mono<Page<StoredProposal>> page(Visibility visibility, ProposalFilter filter, PageRequest page) {
        ListQuery proposals = ListQuery.of(
                        SELECT + VisibilityCondition.of(visibility) + " AND p.unit_code LIKE ANY(:within)")
                .bind(VisibilityCondition.values(visibility))
                .bind("within", filter.within())
                .filter("p.state = :state", filter.state())
                .filter("p.call_id = :call", filter.call())
                .filter("p.partner_id = :of", filter.partner());
        return filter.search().narrow(proposals, "p").page(database, page, LATEST_FIRST, rows::read);
    }

    @Override
    public Mono<List<UUID>> overdue(Visibility visibility, Instant at, int limit) {
        return database.sql("""
                        SELECT p.id FROM proposal p JOIN open_call c ON c.id = p.call_id
                         WHERE p.state IN ('DRAFT', 'NEEDS_CHANGES')
                           AND (c.state <> 'PUBLISHED' OR c.deadline <= :at)
                           AND p.unit_code LIKE ANY(:scope)
                         ORDER BY p.id LIMIT :limit
                        """)
                .bind("at", at)
                .bind("scope", visibility.scope().likePatterns())
                .bind("limit", limit)
                .mapValue(UUID.class)
                .all()
                .collectList();
    }
}
