package org.linli.partner.proposal.review;

import org.linli.partner.proposal.application.StoredProposal;
import org.linli.platform.database.Columns;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Declared conflicts and the sheets of those who have none. */
@Repository
class Scores {

    private static final TypeReference<Map<String, Integer>> POINTS = new TypeReference<>() {};

    private final DatabaseClient database;
    private final JsonMapper json;

    Scores(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A first declaration stands; another one for the same call changes nothing. */
    Mono<Void> declare(StoredProposal proposal, String reviewer, String reason, Instant at, Scope scope) {
        return database.sql("""
                        INSERT INTO review_conflict (call_id, reviewer, unit_code, proposal_id, reason, declared_at)
                        SELECT p.call_id, :reviewer, p.unit_code, p.id, :reason, :at FROM proposal p
                         WHERE p.id = :id AND p.unit_code LIKE ANY(:scope)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("reviewer", reviewer)
                .bind("reason", reason)
                .bind("at", at)
                .bind("id", proposal.id())
                .bind("scope", scope.likePatterns())
                .then();
    }

    Mono<Boolean> inConflict(UUID call, String reviewer, Scope scope) {
        return database.sql("""
                        SELECT EXISTS (SELECT FROM review_conflict
                                        WHERE call_id = :call AND reviewer = :reviewer AND unit_code LIKE ANY(:scope))
                        """)
                .bind("call", call)
                .bind("reviewer", reviewer)
                .bind("scope", scope.likePatterns())
                .mapValue(Boolean.class)
                .one();
    }

    Mono<Void> add(StoredProposal proposal, int round, ScoreSheet sheet, Instant at, Scope scope) {
        return database.sql("""
                        INSERT INTO review_score
                            (call_id, proposal_id, content_version, unit_code, round, reviewer, points, scored_at)
                        SELECT p.call_id, p.id, :version, p.unit_code, :round, :reviewer, :points::jsonb, :at
                          FROM proposal p WHERE p.id = :id AND p.unit_code LIKE ANY(:scope)
                        """)
                .bind("version", proposal.contentVersion())
                .bind("round", round)
                .bind("reviewer", sheet.reviewer())
                .bind("points", json.writeValueAsString(sheet.points()))
                .bind("at", at)
                .bind("id", proposal.id())
                .bind("scope", scope.likePatterns())
                .then();
    }

    /** The last round that anybody scored; 0 where nobody has. */
    Mono<Integer> lastRound(UUID call, Scope scope) {
        return database.sql("""
                        SELECT coalesce(max(round), 0) FROM review_score
                         WHERE call_id = :call AND unit_code LIKE ANY(:scope)
                        """)
                .bind("call", call)
                .bind("scope", scope.likePatterns())
                .mapValue(Integer.class)
                .one();
    }

    /** The sheets that count: each reviewer's last of a proposal, without those of reviewers with a conflict. */
    Mono<List<ScoreSheet>> counting(UUID call, int round, Scope scope) {
        return database.sql("""
                        SELECT DISTINCT ON (s.proposal_id, s.reviewer)
                               s.proposal_id, p.partner_name, s.reviewer, s.points::text AS points
                          FROM review_score s JOIN proposal p ON p.id = s.proposal_id
                         WHERE s.call_id = :call AND s.round = :round AND s.unit_code LIKE ANY(:scope)
                           AND p.state NOT IN ('WITHDRAWN', 'EXPIRED')
                           AND NOT EXISTS (SELECT FROM review_conflict c
                                            WHERE c.call_id = s.call_id AND c.reviewer = s.reviewer)
                         ORDER BY s.proposal_id, s.reviewer, s.id DESC
                        """)
                .bind("call", call)
                .bind("round", round)
                .bind("scope", scope.likePatterns())
                .map(row -> new ScoreSheet(
                        Columns.id(row, "proposal_id"),
                        Columns.text(row, "partner_name"),
                        Columns.text(row, "reviewer"),
                        json.readValue(Columns.text(row, "points"), POINTS)))
                .all()
                .collectList();
    }
}
