package org.linli.company.statement.store;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.linli.company.statement.Statement;
import org.linli.company.statement.StatementId;
import org.linli.company.statement.Totals;
import org.linli.platform.database.Columns;
import org.linli.platform.money.Yuan;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A statement's row.
 *
 * @param revision how often it was moved; 1 once drafted
 * @param decidedBy who accepted or returned it last
 */
public record StatementRow(
        StatementId id,
        String state,
        long revision,
        @Nullable StatementId supersedes,
        @Nullable String unitClass,
        Totals totals,
        List<String> reasons,
        String createdBy,
        Instant createdAt,
        @Nullable String submittedBy,
        @Nullable Instant submittedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    static final String COLUMNS = """
            id, state, revision, supersedes, unit_class, gross, tax, direct_cost, entries, reasons, created_by, created_at,
            submitted_by, submitted_at, decided_by, decided_at""";

    static StatementRow read(Readable row) {
        return new StatementRow(
                StatementId.parse(row.get("id", String.class)).orElseThrow(),
                Columns.text(row, "state"),
                Columns.number(row, "revision"),
                StatementId.parse(row.get("supersedes", String.class)).orElse(null),
                row.get("unit_class", String.class),
                totals(row),
                Columns.texts(row, "reasons"),
                Columns.text(row, "created_by"),
                Columns.time(row, "created_at"),
                row.get("submitted_by", String.class),
                row.get("submitted_at", Instant.class),
                row.get("decided_by", String.class),
                row.get("decided_at", Instant.class));
    }

    static Totals totals(Readable row) {
        Long gross = row.get("gross", Long.class);
        return gross == null
                ? Totals.NOTHING
                : new Totals(
                        Yuan.ofFen(gross),
                        Columns.money(row, "tax"),
                        Columns.money(row, "direct_cost"),
                        Columns.integer(row, "entries"));
    }

    /** The state as its type. */
    public Statement toStatement() {
        return switch (state) {
            case "DRAFT" -> new Statement.Draft(id, supersedes);
            case "SUBMITTED" ->
                new Statement.Submitted(
                        id,
                        supersedes,
                        totals,
                        Objects.requireNonNull(submittedBy),
                        Objects.requireNonNull(submittedAt));
            case "RETURNED" ->
                new Statement.Returned(
                        id, supersedes, reasons, Objects.requireNonNull(decidedBy), Objects.requireNonNull(decidedAt));
            case "ACCEPTED" ->
                new Statement.Accepted(
                        id,
                        supersedes,
                        totals,
                        Objects.requireNonNull(submittedBy),
                        Objects.requireNonNull(decidedBy),
                        Objects.requireNonNull(decidedAt));
            case "SUPERSEDED" -> new Statement.Superseded(id, supersedes);
            case "DISCARDED" -> new Statement.Discarded(id, supersedes);
            default -> throw new IllegalStateException("statement " + id + " is in no known state: " + state);
        };
    }
}
