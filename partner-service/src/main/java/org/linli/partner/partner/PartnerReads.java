package org.linli.partner.partner;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.paging.Position;
import org.linli.platform.text.Identifiers;
import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** Reads of the registry. A partner belongs to no unit: the scope only narrows what is told of its standings. */
@Repository
class PartnerReads {

    private static final UUID FIRST = new UUID(0, 0);

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
        Position after = page.after(1);
        return database.sql("SELECT " + PartnerRow.COLUMNS + """
                          FROM partner p
                         WHERE p.id > :after
                           AND (:text = '' OR lower(p.name) LIKE '%' || lower(:pattern) || '%'
                                OR p.credit_code = :code)
                           AND (:kind = '' OR p.kind = :kind)
                           AND (NOT :tied OR EXISTS (SELECT 1 FROM partner_tie t
                                    WHERE t.partner_id = p.id AND t.unit_code LIKE ANY(:within)))
                           AND (NOT :suspended OR EXISTS (
                                    SELECT 1 FROM (SELECT DISTINCT ON (h.street) h.street, h.state
                                                     FROM partner_standing h WHERE h.partner_id = p.id
                                                    ORDER BY h.street, h.id DESC) n
                                     WHERE n.state = 'SUSPENDED'
                                       AND EXISTS (SELECT 1 FROM unnest(:scope::text[]) x
                                                    WHERE n.street LIKE x || '%' OR x LIKE n.street || '%')))
                         ORDER BY p.id LIMIT :limit
                        """)
                .bind("scope", scope.prefixes().toArray(String[]::new))
                .bind("after", after == null ? FIRST : after.id(0))
                .bind("text", filter.text())
                .bind("code", Identifiers.key(filter.text()))
                .bind("pattern", filter.text().replaceAll("([\\\\%_])", "\\\\$1"))
                .bind("kind", filter.kind() == null ? "" : filter.kind().name())
                .bind("tied", filter.tied())
                .bind("within", scope.likePatterns())
                .bind("suspended", filter.suspended())
                .bind("limit", page.limit() + 1)
                .map(PartnerRow::read)
                .all()
                .collectList()
                .map(rows -> Page.of(rows, page.limit(), last -> page.cursorAfter(last.id())));
    }

    /** Licences whose last day is not after {@code until}, the earliest first; those that have run out included, those without an end never. */
    Mono<Page<EndingLicence>> ending(LocalDate until, Scope scope, PageRequest page) {
        Position cursor = page.after(2);
        return database.sql("""
                        SELECT l.id, p.id AS partner_id, p.name, l.type, l.number, l.valid_until
                          FROM partner_licence l JOIN partner p ON p.id = l.partner_id
                         WHERE l.valid_until <= :until AND (l.valid_until, l.id) > (:day, :after)
                           AND EXISTS (SELECT 1 FROM partner_tie t
                                        WHERE t.partner_id = p.id AND t.unit_code LIKE ANY(:scope))
                         ORDER BY l.valid_until, l.id LIMIT :limit
                        """)
                .bind("until", until)
                .bind("day", cursor == null ? LocalDate.of(1, 1, 1) : cursor.day(0))
                .bind("after", cursor == null ? FIRST : cursor.id(1))
                .bind("scope", scope.likePatterns())
                .bind("limit", page.limit() + 1)
                .map(row -> new EndingLicence(
                        Objects.requireNonNull(row.get("id", UUID.class)),
                        Objects.requireNonNull(row.get("partner_id", UUID.class)),
                        Objects.requireNonNull(row.get("name", String.class)),
                        Objects.requireNonNull(row.get("type", String.class)),
                        Objects.requireNonNull(row.get("number", String.class)),
                        Objects.requireNonNull(row.get("valid_until", LocalDate.class))))
                .all()
                .collectList()
                .map(rows -> Page.of(rows, page.limit(), last -> page.cursorAfter(last.validUntil(), last.id())));
    }

    /** @param tied only partners with dealings in the scope */
    record PartnerFilter(String text, @Nullable PartnerKind kind, boolean tied, boolean suspended) {}

    /** @param id of the licence */
    @Schema(name = "PartnerEndingLicence")
    record EndingLicence(UUID id, UUID partnerId, String partner, String type, String number, LocalDate validUntil) {}
}
