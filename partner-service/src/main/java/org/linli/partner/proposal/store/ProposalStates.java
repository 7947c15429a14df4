package org.linli.partner.proposal.store;

import org.jspecify.annotations.Nullable;
import org.linli.partner.proposal.Proposal;
import org.linli.partner.proposal.Remark;
import org.linli.platform.database.Columns;
import org.linli.platform.security.Visibility;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Writes the states of proposals that the transaction has locked. */
@Component
class ProposalStates {

    private final DatabaseClient database;
    private final JsonMapper json;

    ProposalStates(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Mono<Void> save(Visibility visibility, Proposal next, long sequence) {
        Proposal.@Nullable Submitted handedIn = next instanceof Proposal.Submitted submitted ? submitted : null;
        Verdict verdict = verdict(next);
        var update = database.sql("""
                        UPDATE proposal p
                           SET state = :state, remarks = :remarks::jsonb, reasons = :reasons, version = version + 1,
                               sequence = :sequence, decided_by = :decidedBy, decided_at = :decidedAt,
                               submitted_by = coalesce(:submittedBy, submitted_by),
                               submitted_at = coalesce(:submittedAt, submitted_at),
                               submitted_version =
                                   CASE WHEN :state = 'SUBMITTED' THEN content_version ELSE submitted_version END,
                               first_submitted = coalesce(first_submitted,
                                   CASE WHEN :state = 'SUBMITTED' THEN content_version END)
                         WHERE p.id = :id AND (p.partner_id = :owner OR p.unit_code LIKE ANY(:scope))
                        """)
                .bind("state", next.state())
                .bind("remarks", json.writeValueAsString(remarks(next)))
                .bind("reasons", verdict.reasons().toArray(String[]::new))
                .bind("sequence", sequence)
                .bind("decidedBy", Columns.orNull(verdict.by(), String.class))
                .bind("decidedAt", Columns.orNull(verdict.at(), Instant.class))
                .bind("submittedBy", Columns.orNull(handedIn == null ? null : handedIn.submittedBy(), String.class))
                .bind("submittedAt", Columns.orNull(handedIn == null ? null : handedIn.submittedAt(), Instant.class))
                .bind("id", next.id())
                .bind("owner", visibility.ownerOrNobody())
                .bind("scope", visibility.scope().likePatterns());
        return update.then();
    }

    Mono<Void> cite(Visibility visibility, UUID id, UUID ranking) {
        return database.sql("""
                        UPDATE proposal SET ranking_id = :ranking WHERE id = :id AND unit_code LIKE ANY(:scope)
                        """)
                .bind("ranking", ranking)
                .bind("id", id)
                .bind("scope", visibility.scope().likePatterns())
                .then();
    }

    private static List<Remark> remarks(Proposal next) {
        return next instanceof Proposal.NeedsChanges needs ? needs.remarks() : List.of();
    }

    private static Verdict verdict(Proposal next) {
        return switch (next) {
            case Proposal.Accepted accepted ->
                new Verdict(accepted.reasons(), accepted.decidedBy(), accepted.decidedAt());
            case Proposal.Rejected rejected ->
                new Verdict(rejected.reasons(), rejected.decidedBy(), rejected.decidedAt());
            default -> new Verdict(List.of(), null, null);
        };
    }

    private record Verdict(
            List<String> reasons,
            @Nullable String by,
            @Nullable Instant at) {}
}
