package org.linli.partner.partner;

import io.r2dbc.spi.Readable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.Columns;
import org.linli.platform.paging.ListQuery;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.SortKey;
import org.linli.platform.text.Identifiers;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.UUID;

import static org.linli.platform.paging.SortColumn.day;
import static org.linli.platform.paging.SortColumn.id;

/** Reads of the registry. A partner belongs to no unit: the scope only narrows what is told of its standings. */
@Repository
class PartnerReads {

    private static final String TIED = """
            EXISTS (SELECT 1 FROM partner_tie t WHERE t.partner_id = p.id AND t.unit_code LIKE ANY(:within))""";
    private static final String SUSPENDED = """
            EXISTS (SELECT 1 FROM (SELECT DISTINCT ON (h.street) h.street, h.state
                                     FROM partner_standing h WHERE h.partner_id = p.id
                                    ORDER BY h.street, h.id DESC) n
                     WHERE n.state = 'SUSPENDED'
                       AND EXISTS (SELECT 1 FROM unnest(:scope::text[]) x
                                    WHERE n.street LIKE x || '%' OR x LIKE n.street || '%'))""";
    private static final SortKey<StoredPartner> FIRST_REGISTERED =
            SortKey.ascending(id("p.id", StoredPartner::id));
    private static final SortKey<EndingLicence> EARLIEST_FIRST =
            SortKey.ascending(day("l.valid_until", EndingLicence::validUntil), id("l.id", EndingLicence::id));

    private final DatabaseClient database;

    PartnerReads(DatabaseClient database) {
        this.database = database;
    }

    Mono<StoredPartner> find(UUID id, Scope scope) {
        return database.sql("SELECT " + PartnerRow.COLUMNS + " FROM partner p WHERE p.id = :id")
                .bind("scope", scope.prefixes().toArray(String[]::new))
                .bind("id", id)
                .map(PartnerRow::read)
                .one();
    }

    Mono<Page<StoredPartner>> page(PartnerFilter filter, Scope scope, PageRequest page) {
        String text = filter.text();
        return ListQuery.of("SELECT " + PartnerRow.COLUMNS + " FROM partner p WHERE true")
                .bind("scope", scope.prefixes().toArray(String[]::new))
                .filter(
                        "(lower(p.name) LIKE '%' || lower(:pattern) || '%' OR p.credit_code = :code)",
                        text.replaceAll("([\\\\%_])", "\\\\$1"), Identifiers.key(text))
                .filter("p.kind = :kind", filter.kind())
                .filter(TIED, filter.tied() ? scope : null)
                .filter(filter.suspended(), SUSPENDED)
                .page(database, page, FIRST_REGISTERED, PartnerRow::read);
    }

    /** Licences whose last day is not after {@code until}, the earliest first; those that have run out included, those without an end never. */
    Mono<Page<EndingLicence>> ending(LocalDate until, Scope scope, PageRequest page) {
        return ListQuery.of("""
                        SELECT l.id, p.id AS partner_id, p.name, l.type, l.number, l.valid_until
                          FROM partner_licence l JOIN partner p ON p.id = l.partner_id
                         WHERE l.valid_until <= :until
                           AND EXISTS (SELECT 1 FROM partner_tie t
                                        WHERE t.partner_id = p.id AND t.unit_code LIKE ANY(:scope))
                        """)
                .bind("until", until)
                .bind("scope", scope)
                .page(database, page, EARLIEST_FIRST, PartnerReads::licence);
    }

    private static EndingLicence licence(Readable row) {
        return new EndingLicence(
                Columns.id(row, "id"),
                Columns.id(row, "partner_id"),
                Columns.text(row, "name"),
                Columns.text(row, "type"),
                Columns.text(row, "number"),
                Columns.date(row, "valid_until"));
    }

    /** @param tied only partners with dealings in the scope */
    record PartnerFilter(String text, @Nullable PartnerKind kind, boolean tied, boolean suspended) {}

    /** @param id of the licence */
    @Schema(name = "PartnerEndingLicence")
    record EndingLicence(UUID id, UUID partnerId, String partner, String type, String number, LocalDate validUntil) {}
}
