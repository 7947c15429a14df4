package org.linli.partner.agreement.store;

import org.linli.partner.agreement.Agreement;
import org.linli.partner.agreement.Parties;
import org.linli.partner.agreement.Settlement;
import org.linli.partner.agreement.Terms;
import org.linli.partner.agreement.Version;
import org.linli.partner.agreement.application.AgreementFilter;
import org.linli.partner.agreement.application.Agreements;
import org.linli.partner.agreement.application.StoredAgreement;
import org.linli.platform.database.Columns;
import org.linli.platform.money.Yuan;
import org.linli.platform.paging.ListQuery;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.SortColumn;
import org.linli.platform.paging.SortKey;
import org.linli.platform.security.Visibility;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

@Repository
class R2dbcAgreements implements Agreements {

    private static final SortKey<AgreementRow> LATEST_FIRST =
            SortKey.descending(SortColumn.id("a.id", AgreementRow::id));

    private final DatabaseClient database;
    private final Versions versions;

    R2dbcAgreements(DatabaseClient database, Versions versions) {
        this.database = database;
        this.versions = versions;
    }

    @Override
    public Mono<StoredAgreement> find(UUID id, Visibility visibility) {
        return database.sql(AgreementRow.SELECT + " WHERE a.id = :id AND " + Visibility.condition("a", "partner_id"))
                .bind("id", id)
                .bindValues(visibility.values())
                .map(AgreementRow::read)
                .one()
                .flatMap(row -> versions.of(List.of(id)).map(found -> row.with(of(row, found))));
    }

    @Override
    public Mono<StoredAgreement> lock(UUID id, Visibility visibility) {
        return database.sql("SELECT a.id FROM agreement a WHERE a.id = :id AND "
                        + Visibility.condition("a", "partner_id") + " FOR UPDATE")
                .bind("id", id)
                .bindValues(visibility.values())
                .mapValue(UUID.class)
                .one()
                .flatMap(locked -> find(locked, visibility));
    }

    @Override
    public Mono<Page<StoredAgreement>> page(Visibility visibility, AgreementFilter filter, PageRequest page) {
        return ListQuery.of(AgreementRow.SELECT + " WHERE " + Visibility.condition("a", "partner_id"))
                .bind(visibility.values())
                .filter("a.unit_code LIKE :within || '%'", filter.within())
                .filter("a.state = :state", filter.state())
                .filter("a.partner_id::text = :of", filter.partner())
                .filter("(strpos(a.title, :text) > 0 OR strpos(p.name, :text) > 0)", filter.text())
                .page(database, page, LATEST_FIRST, AgreementRow::read)
                .flatMap(this::withVersions);
    }

    private Mono<Page<StoredAgreement>> withVersions(Page<AgreementRow> rows) {
        return versions.of(rows.items().stream().map(AgreementRow::id).toList())
                .map(found -> rows.map(row -> row.with(of(row, found))));
    }

    private static List<Version> of(AgreementRow row, Map<UUID, List<Version>> found) {
        return Objects.requireNonNull(found.get(row.id()));
    }

    @Override
    public Mono<List<UUID>> over(LocalDate today, Visibility visibility, int limit) {
        return database.sql("SELECT a.id FROM agreement a WHERE a.state IN ('SIGNED', 'AMENDING')"
                        + " AND a.ends_on < :today AND " + Visibility.condition("a", "partner_id")
                        + " ORDER BY a.ends_on LIMIT :limit")
                .bind("today", today)
                .bindValues(visibility.values())
                .bind("limit", limit)
                .mapValue(UUID.class)
                .all()
                .collectList();
    }

    @Override
    public Mono<UUID> draft(Parties parties, String title, Terms terms, String by, Instant at) {
        return database.sql("""
                        INSERT INTO agreement (unit_code, partner_id, proposal_id, title, state, ends_on, predecessor,
                                               created_by, created_at)
                        VALUES (:unit, :partner, :proposal, :title, 'DRAFT', :ends, :predecessor, :by, :at)
                        ON CONFLICT DO NOTHING
                        RETURNING id
                        """)
                .bind("unit", parties.unit().value())
                .bind("partner", parties.partner())
                .bind("proposal", parties.proposal())
                .bind("title", title)
                .bind("ends", terms.endsOn())
                .bind("predecessor", Columns.orNull(parties.predecessor(), UUID.class))
                .bind("by", by)
                .bind("at", at)
                .mapValue(UUID.class)
                .one()
                .flatMap(id -> versions.save(id, Version.first(terms)).thenReturn(id));
    }

    @Override
    public Mono<Void> save(StoredAgreement before, Agreement next, long sequence) {
        Mono<Void> row = row(next, sequence);
        return switch (next) {
            case Agreement.Draft draft -> row.then(versions.save(id(next), draft.version()));
            case Agreement.Amending amending -> row.then(versions.save(id(next), amending.amendment()));
            case Agreement.Signed signed ->
                row.then(isNew(before, signed) ? versions.save(id(next), signed.inForce()) : Mono.empty())
                        .then(versions.dropAfter(id(next), signed.inForce().number()));
            case Agreement.Ended ended ->
                row.then(settle(ended))
                        .then(versions.dropAfter(id(next), ended.inForce().number()));
            case Agreement.Expired expired ->
                row.then(versions.dropAfter(id(next), expired.inForce().number()));
            case Agreement.Discarded _ -> row;
        };
    }

    /** Whether its version took effect just now. */
    private static boolean isNew(StoredAgreement before, Agreement.Signed signed) {
        return before.versions().stream()
                .noneMatch(version -> version.isSigned()
                        && version.number() == signed.inForce().number());
    }

    private static UUID id(Agreement agreement) {
        return agreement.parties().id();
    }

    private Mono<Void> row(Agreement next, long sequence) {
        Version standing = CurrentVersion.of(next);
        return database.sql("""
                        UPDATE agreement
                           SET state = :state, in_force = :inForce, ends_on = :ends, sequence = :sequence,
                               revision = revision + 1
                         WHERE id = :id
                        """)
                .bind("state", next.state())
                .bind("inForce", standing.isSigned() ? standing.number() : 0)
                .bind("ends", standing.terms().endsOn())
                .bind("sequence", sequence)
                .bind("id", id(next))
                .then();
    }

    private Mono<Void> settle(Agreement.Ended ended) {
        Settlement settlement = ended.settlement();
        return database.sql("""
                        INSERT INTO agreement_settlement (agreement_id, reason, last_day, shares_outstanding,
                                                          deposit_returned, deposit_kept)
                        VALUES (:id, :reason, :lastDay, :outstanding, :returned, :kept)
                        """)
                .bind("id", id(ended))
                .bind("reason", settlement.reason())
                .bind("lastDay", settlement.lastDay())
                .bind("outstanding", Yuan.fen(settlement.sharesOutstanding()))
                .bind("returned", Yuan.fen(settlement.depositReturned()))
                .bind("kept", Yuan.fen(settlement.depositKept()))
                .then();
    }

    @Override
    public Mono<Void> remember(UUID id, Step step) {
        return database.sql("""
                        INSERT INTO agreement_history (agreement_id, action, actor, at, remark)
                        VALUES (:id, :action, :by, :at, :remark)
                        """)
                .bind("id", id)
                .bind("action", step.action())
                .bind("by", step.by())
                .bind("at", step.at())
                .bind("remark", Columns.orNull(step.remark(), String.class))
                .then();
    }

    @Override
    public Mono<List<Step>> history(UUID id, Visibility visibility) {
        return database.sql("SELECT h.action, h.actor, h.at, h.remark FROM agreement_history h"
                        + " JOIN agreement a ON a.id = h.agreement_id WHERE a.id = :id AND "
                        + Visibility.condition("a", "partner_id")
                        + " ORDER BY h.id DESC LIMIT 1000")
                .bind("id", id)
                .bindValues(visibility.values())
                .map(row -> new Step(
                        Columns.text(row, "action"),
                        Columns.text(row, "actor"),
                        Columns.time(row, "at"),
                        row.get("remark", String.class)))
                .all()
                .collectList()
                .map(List::reversed);
    }
}
