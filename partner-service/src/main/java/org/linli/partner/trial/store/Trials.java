package org.linli.partner.trial.store;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.linli.partner.proposal.store.ProposalsInTrial;
import org.linli.partner.trial.Thresholds;
import org.linli.partner.trial.Trial;
import org.linli.platform.database.Columns;
import org.linli.platform.paging.ListQuery;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.SortKey;
import org.linli.platform.security.Visibility;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import static org.linli.platform.paging.SortColumn.id;

/** Trials, what they must show, and the results that decisions cited. */
@Repository
public class Trials {

    private static final String VISIBLE = Visibility.condition("t", "partner_id");

    private static final SortKey<Trial> FIRST_STARTED = SortKey.ascending(id("t.id", Trial::id));

    private final DatabaseClient database;

    Trials(DatabaseClient database) {
        this.database = database;
    }

    /** Empty where the proposal has a trial. */
    public Mono<UUID> add(
            ProposalsInTrial.Found proposal,
            List<String> questions,
            Thresholds least,
            String by,
            Instant now,
            Scope scope) {
        return database.sql("""
                        INSERT INTO trial (proposal_id, partner_id, unit_code, title, questions, min_sessions,
                                           min_attendance, min_average, started_by, started_at)
                        SELECT :proposal, :partner, :unit, :title, :questions, :sessions, :attendance, :average, :by, :now
                         WHERE :unit LIKE ANY(:scope)
                        ON CONFLICT (proposal_id) DO NOTHING RETURNING id
                        """)
                .bind("proposal", proposal.id())
                .bind("partner", proposal.partner())
                .bind("unit", proposal.unit().value())
                .bind("scope", scope.likePatterns())
                .bind("title", proposal.title())
                .bind("questions", questions.toArray(String[]::new))
                .bind("sessions", least.sessions())
                .bind("attendance", least.attendance())
                .bind("average", least.average())
                .bind("by", by)
                .bind("now", now)
                .mapValue(UUID.class)
                .one();
    }

    public Mono<Trial> find(UUID id, Visibility visibility) {
        return database.sql("SELECT t.* FROM trial t WHERE t.id = :id AND " + VISIBLE)
                .bindValues(visibility.values())
                .bind("id", id)
                .map(Trials::trial)
                .one();
    }

    public Mono<Page<Trial>> page(Visibility visibility, @Nullable UUID proposal, PageRequest page) {
        return ListQuery.of("SELECT t.* FROM trial t WHERE " + VISIBLE)
                .bind(visibility.values())
                .filter("t.proposal_id = :proposal", proposal)
                .page(database, page, FIRST_STARTED, Trials::trial);
    }

    /** Keeps a result as it was cited. @param result as JSON */
    public Mono<UUID> cite(UUID trial, String result, String by, Instant now, Scope scope) {
        return database.sql("""
                        INSERT INTO trial_citation (trial_id, result, cited_by, cited_at)
                        SELECT id, :result::jsonb, :by, :now FROM trial
                         WHERE id = :trial AND unit_code LIKE ANY(:scope) RETURNING id
                        """)
                .bind("trial", trial)
                .bind("scope", scope.likePatterns())
                .bind("result", result)
                .bind("by", by)
                .bind("now", now)
                .mapValue(UUID.class)
                .one();
    }

    /** @param result as JSON */
    public record Citation(UUID id, String result, String citedBy, Instant citedAt) {}

    /** Oldest first. */
    public Mono<List<Citation>> citations(UUID trial, Visibility visibility) {
        return database.sql("""
                        SELECT c.id, c.result::text AS result, c.cited_by, c.cited_at
                          FROM trial_citation c JOIN trial t ON t.id = c.trial_id
                         WHERE t.id = :trial AND """ + " " + VISIBLE + " ORDER BY c.id")
                .bind("trial", trial)
                .bindValues(visibility.values())
                .map(row -> new Citation(
                        Columns.id(row, "id"),
                        Columns.text(row, "result"),
                        Columns.text(row, "cited_by"),
                        Columns.time(row, "cited_at")))
                .all()
                .collectList();
    }

    private static Trial trial(Readable row) {
        return new Trial(
                Columns.id(row, "id"),
                Columns.id(row, "proposal_id"),
                Columns.id(row, "partner_id"),
                Columns.unit(row, "unit_code"),
                Columns.text(row, "title"),
                Columns.texts(row, "questions"),
                thresholds(row),
                Columns.text(row, "started_by"),
                Columns.time(row, "started_at"));
    }

    private static Thresholds thresholds(Readable row) {
        return new Thresholds(
                Columns.integer(row, "min_sessions"),
                Columns.integer(row, "min_attendance"),
                Columns.decimal(row, "min_average"));
    }
}
