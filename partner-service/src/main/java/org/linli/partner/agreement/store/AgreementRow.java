package org.linli.partner.agreement.store;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.linli.partner.agreement.Agreement;
import org.linli.partner.agreement.Parties;
import org.linli.partner.agreement.Settlement;
import org.linli.partner.agreement.Version;
import org.linli.partner.agreement.application.StoredAgreement;
import org.linli.platform.database.Columns;
import org.linli.platform.unit.UnitCode;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** An agreement's row, with what is joined to it; the versions are read apart. */
record AgreementRow(
        Parties parties,
        String state,
        int inForce,
        String title,
        String partnerName,
        @Nullable String unitName,
        @Nullable UUID successor,
        @Nullable Settlement settlement,
        String createdBy,
        Instant createdAt,
        long revision,
        long sequence) {

    static final String SELECT = """
            SELECT a.*, p.name AS partner_name, u.name AS unit_name, s.id AS successor, e.reason, e.last_day,
                   e.shares_outstanding, e.deposit_returned, e.deposit_kept
              FROM agreement a
              JOIN partner p ON p.id = a.partner_id
              LEFT JOIN unit u ON u.code = a.unit_code
              LEFT JOIN agreement s ON s.predecessor = a.id AND s.state <> 'DISCARDED'
              LEFT JOIN agreement_settlement e ON e.agreement_id = a.id
            """;

    static AgreementRow read(Readable row) {
        return new AgreementRow(
                new Parties(
                        Columns.id(row, "id"),
                        UnitCode.of(Columns.text(row, "unit_code")),
                        Columns.id(row, "partner_id"),
                        Columns.id(row, "proposal_id"),
                        row.get("predecessor", UUID.class)),
                Columns.text(row, "state"),
                Columns.integer(row, "in_force"),
                Columns.text(row, "title"),
                Columns.text(row, "partner_name"),
                row.get("unit_name", String.class),
                row.get("successor", UUID.class),
                settlement(row),
                Columns.text(row, "created_by"),
                Columns.time(row, "created_at"),
                Columns.number(row, "revision"),
                Columns.number(row, "sequence"));
    }

    private static @Nullable Settlement settlement(Readable row) {
        String reason = row.get("reason", String.class);
        return reason == null
                ? null
                : new Settlement(
                        reason,
                        Columns.date(row, "last_day"),
                        Columns.money(row, "shares_outstanding"),
                        Columns.money(row, "deposit_returned"),
                        Columns.money(row, "deposit_kept"));
    }

    UUID id() {
        return parties.id();
    }

    StoredAgreement with(List<Version> versions) {
        return new StoredAgreement(
                agreement(versions),
                versions,
                title,
                partnerName,
                unitName,
                successor == null ? null : successor.toString(),
                createdBy,
                createdAt,
                revision,
                sequence);
    }

    private Agreement agreement(List<Version> versions) {
        return switch (state) {
            case "DRAFT" -> new Agreement.Draft(parties, versions.getLast());
            case "SIGNED" -> new Agreement.Signed(parties, versions.get(inForce - 1));
            case "AMENDING" -> new Agreement.Amending(parties, versions.get(inForce - 1), versions.getLast());
            case "ENDED" -> new Agreement.Ended(parties, versions.get(inForce - 1), Objects.requireNonNull(settlement));
            case "EXPIRED" -> new Agreement.Expired(parties, versions.get(inForce - 1));
            case "DISCARDED" -> new Agreement.Discarded(parties, versions.getLast());
            default -> throw new IllegalStateException("agreement " + id() + " is in no known state: " + state);
        };
    }
}
