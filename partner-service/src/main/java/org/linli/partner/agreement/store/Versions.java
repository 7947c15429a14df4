package org.linli.partner.agreement.store;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.linli.partner.agreement.PartyNames;
import org.linli.partner.agreement.PriceItem;
import org.linli.partner.agreement.PricePromise;
import org.linli.partner.agreement.ShareBase;
import org.linli.partner.agreement.Signature;
import org.linli.partner.agreement.Terms;
import org.linli.partner.agreement.Version;
import org.linli.platform.database.Columns;
import org.linli.platform.money.Yuan;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The versions of agreements that the caller has found or locked already within its reach. */
@Repository
class Versions {

    private final DatabaseClient database;
    private final JsonMapper json;

    Versions(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** By agreement, the oldest first. */
    Mono<Map<UUID, List<Version>>> of(Collection<UUID> agreements) {
        return database.sql("""
                        SELECT v.*, v.price_list::text AS prices FROM agreement_version v
                         WHERE agreement_id = ANY(:ids) ORDER BY version
                        """)
                .bind("ids", agreements.toArray(UUID[]::new))
                .map(row -> Map.entry(Columns.id(row, "agreement_id"), read(row)))
                .all()
                .collectList()
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    }

    /** Adds the version, or writes over one that lacks a signature. */
    Mono<Void> save(UUID agreement, Version version) {
        Terms terms = version.terms();
        PricePromise promise = terms.promise();
        return signed(database.sql("""
                        INSERT INTO agreement_version AS v (agreement_id, version, line, project, share_rate,
                               share_base, tax_rate, price_percent, price_list, room, hours, sessions_per_year,
                               deposit, starts_on, ends_on, report_due_day, partner_by, partner_at,
                               partner_evidence, branch_by, branch_at, branch_evidence, partner_name, branch_name)
                        VALUES (:agreement, :version, :line, :project, :rate, :base, :tax, :percent, :prices::jsonb,
                                :room, :hours, :sessions, :deposit, :starts, :ends, :due, :partnerBy, :partnerAt,
                                :partnerEvidence, :branchBy, :branchAt, :branchEvidence, :partnerName, :branchName)
                        ON CONFLICT (agreement_id, version) DO UPDATE
                        SET (line, project, share_rate, share_base, tax_rate, price_percent, price_list, room, hours,
                             sessions_per_year, deposit, starts_on, ends_on, report_due_day, partner_by, partner_at,
                             partner_evidence, branch_by, branch_at, branch_evidence, partner_name, branch_name)
                          = (excluded.line, excluded.project, excluded.share_rate, excluded.share_base,
                             excluded.tax_rate, excluded.price_percent, excluded.price_list, excluded.room,
                             excluded.hours, excluded.sessions_per_year, excluded.deposit, excluded.starts_on,
                             excluded.ends_on, excluded.report_due_day, excluded.partner_by, excluded.partner_at,
                             excluded.partner_evidence, excluded.branch_by, excluded.branch_at,
                             excluded.branch_evidence, excluded.partner_name, excluded.branch_name)
                        """), version)
                .bind("agreement", agreement)
                .bind("version", version.number())
                .bind("line", terms.line())
                .bind("project", Columns.orNull(terms.project(), String.class))
                .bind("rate", terms.shareRate())
                .bind("base", terms.shareBase().name())
                .bind("tax", terms.taxRate())
                .bind("percent", Columns.orNull(promise == null ? null : promise.percent(), BigDecimal.class))
                .bind("prices", json.writeValueAsString(promise == null ? List.of() : promise.list()))
                .bind("room", Columns.orNull(terms.room(), String.class))
                .bind("hours", Columns.orNull(terms.hours(), String.class))
                .bind("sessions", terms.sessionsPerYear())
                .bind("deposit", Yuan.fen(terms.deposit()))
                .bind("starts", terms.startsOn())
                .bind("ends", terms.endsOn())
                .bind("due", terms.reportDueDay())
                .then();
    }

    private static DatabaseClient.GenericExecuteSpec signed(DatabaseClient.GenericExecuteSpec sql, Version version) {
        PartyNames names = version.names();
        return signed(signed(sql, "partner", version.partner()), "branch", version.branch())
                .bind("partnerName", Columns.orNull(names == null ? null : names.partner(), String.class))
                .bind("branchName", Columns.orNull(names == null ? null : names.branch(), String.class));
    }

    private static DatabaseClient.GenericExecuteSpec signed(
            DatabaseClient.GenericExecuteSpec sql, String party, @Nullable Signature signature) {
        return sql.bind(party + "By", Columns.orNull(signature == null ? null : signature.by(), String.class))
                .bind(party + "At", Columns.orNull(signature == null ? null : signature.at(), Instant.class))
                .bind(
                        party + "Evidence",
                        Columns.orNull(signature == null ? null : signature.evidence(), String.class));
    }

    /** Drops what was proposed after this version and never signed by both. */
    Mono<Void> dropAfter(UUID agreement, int version) {
        return database.sql("DELETE FROM agreement_version WHERE agreement_id = :id AND version > :version")
                .bind("id", agreement)
                .bind("version", version)
                .then();
    }

    private Version read(Readable row) {
        return new Version(
                Columns.integer(row, "version"),
                terms(row),
                signature(row, "partner"),
                signature(row, "branch"),
                names(row));
    }

    private static @Nullable PartyNames names(Readable row) {
        String partner = row.get("partner_name", String.class);
        return partner == null ? null : new PartyNames(partner, row.get("branch_name", String.class));
    }

    private Terms terms(Readable row) {
        return new Terms(
                Columns.text(row, "line"),
                row.get("project", String.class),
                Columns.decimal(row, "share_rate"),
                ShareBase.valueOf(Columns.text(row, "share_base")),
                Columns.decimal(row, "tax_rate"),
                promise(row),
                row.get("room", String.class),
                row.get("hours", String.class),
                Columns.integer(row, "sessions_per_year"),
                Columns.money(row, "deposit"),
                Columns.date(row, "starts_on"),
                Columns.date(row, "ends_on"),
                Columns.integer(row, "report_due_day"));
    }

    private @Nullable PricePromise promise(Readable row) {
        BigDecimal percent = row.get("price_percent", BigDecimal.class);
        return percent == null
                ? null
                : new PricePromise(percent, List.of(json.readValue(Columns.text(row, "prices"), PriceItem[].class)));
    }

    private static @Nullable Signature signature(Readable row, String party) {
        String by = row.get(party + "_by", String.class);
        return by == null
                ? null
                : new Signature(by, Columns.time(row, party + "_at"), row.get(party + "_evidence", String.class));
    }
}
