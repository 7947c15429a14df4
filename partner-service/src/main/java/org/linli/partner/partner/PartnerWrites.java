package org.linli.partner.partner;

import org.jspecify.annotations.Nullable;
import org.linli.platform.database.Columns;
import org.linli.platform.encryption.FieldCipher;
import org.linli.platform.security.SystemAccess;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

/** Writes of the registry, each inside the caller's transaction. Personal data is sealed on its way in. */
@Repository
class PartnerWrites {

    private final DatabaseClient database;
    private final FieldCipher cipher;

    PartnerWrites(DatabaseClient database, FieldCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    @SystemAccess("an id is nobody's")
    Mono<UUID> freshId() {
        return database.sql("SELECT uuidv7()").mapValue(UUID.class).one();
    }

    /** Whoever else states the same code or number: nobody is told by this who is registered. */
    Mono<Void> add(UUID id, CheckedPartner partner, String by) {
        var insert = database.sql("""
                        INSERT INTO partner (id, name, kind, team, credit_code, registered_by,
                               identity_sealed, identity_mask, identity_index,
                               phone_sealed, phone_mask, phone_index, bank_sealed, bank_mask)
                        VALUES (:id, :name, :kind, :team, :credit, :by,
                               :identity_sealed, :identity_mask, :identity_index,
                               :phone_sealed, :phone_mask, :phone_index, :bank_sealed, :bank_mask)
                        """)
                .bind("id", id)
                .bind("name", partner.name())
                .bind("kind", partner.kind().name())
                .bind("team", partner.team())
                .bind("by", by);
        insert = bind(insert, "credit", partner.creditCode());
        for (PersonalField field : PersonalField.values()) {
            insert = seal(insert, field, id, partner.personal().get(field));
        }
        return insert.then();
    }

    /** Whether the subject acts for the partner from now on: not where it acts for one already. */
    Mono<Boolean> addMember(UUID id, String subject) {
        return database.sql("""
                        INSERT INTO partner_member (subject, partner_id) VALUES (:subject, :id) ON CONFLICT DO NOTHING
                        """)
                .bind("subject", subject)
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Kind and version of the partner, which nobody else changes until the transaction ends. */
    Mono<Locked> lock(UUID id) {
        return database.sql("SELECT kind, version FROM partner WHERE id = :id FOR UPDATE")
                .bind("id", id)
                .map(row -> new Locked(PartnerKind.valueOf(Columns.text(row, "kind")), Columns.number(row, "version")))
                .one();
    }

    Mono<Void> change(UUID id, CheckedPartner partner) {
        var update =
                database.sql("""
                        UPDATE partner
                           SET name = :name, team = :team, version = version + 1,
                               phone_sealed = coalesce(:phone_sealed, phone_sealed),
                               phone_mask = coalesce(:phone_mask, phone_mask),
                               phone_index = coalesce(:phone_index, phone_index),
                               bank_sealed = coalesce(:bank_sealed, bank_sealed),
                               bank_mask = coalesce(:bank_mask, bank_mask)
                         WHERE id = :id
                        """).bind("id", id).bind("name", partner.name()).bind("team", partner.team());
        update = seal(update, PersonalField.PHONE, id, partner.personal().get(PersonalField.PHONE));
        update = seal(update, PersonalField.BANK_ACCOUNT, id, partner.personal().get(PersonalField.BANK_ACCOUNT));
        return update.then();
    }

    Mono<Void> countUp(UUID id) {
        return database.sql("UPDATE partner SET version = version + 1 WHERE id = :id")
                .bind("id", id)
                .then();
    }

    /** Licences and members as they are stated now, in place of those before. */
    Mono<Void> replaceParts(UUID id, CheckedPartner partner) {
        return delete("partner_licence", id)
                .then(delete("partner_share", id))
                .then(addLicences(id, partner.licences()))
                .then(addMembers(id, partner.members()));
    }

    private Mono<Void> delete(String table, UUID id) {
        return database.sql("DELETE FROM " + table + " WHERE partner_id = :id")
                .bind("id", id)
                .then();
    }

    private Mono<Void> addLicences(UUID id, List<CheckedPartner.Licence> licences) {
        return licences.isEmpty()
                ? Mono.empty()
                : database.sql("""
                                INSERT INTO partner_licence (partner_id, type, number, valid_until)
                                SELECT :id, n.type, n.number, nullif(n.day, '')::date
                                  FROM unnest(:types::text[], :numbers::text[], :days::text[]) AS n (type, number, day)
                                """)
                        .bind("id", id)
                        .bind(
                                "types",
                                licences.stream()
                                        .map(CheckedPartner.Licence::type)
                                        .toArray(String[]::new))
                        .bind(
                                "numbers",
                                licences.stream()
                                        .map(CheckedPartner.Licence::number)
                                        .toArray(String[]::new))
                        .bind(
                                "days",
                                licences.stream()
                                        .map(licence -> Objects.toString(licence.validUntil(), ""))
                                        .toArray(String[]::new))
                        .then();
    }

    private Mono<Void> addMembers(UUID id, List<CheckedPartner.Member> members) {
        return members.isEmpty()
                ? Mono.empty()
                : database.sql("""
                                INSERT INTO partner_share (partner_id, position, name, share_percent)
                                SELECT :id, * FROM unnest(:positions::integer[], :names::text[], :shares::numeric[])
                                """)
                        .bind("id", id)
                        .bind(
                                "positions",
                                IntStream.range(0, members.size()).boxed().toArray(Integer[]::new))
                        .bind(
                                "names",
                                members.stream()
                                        .map(CheckedPartner.Member::name)
                                        .toArray(String[]::new))
                        .bind(
                                "shares",
                                members.stream()
                                        .map(CheckedPartner.Member::sharePercent)
                                        .toArray(BigDecimal[]::new))
                        .then();
    }

    private GenericExecuteSpec seal(
            GenericExecuteSpec statement, PersonalField field, UUID id, @Nullable String clear) {
        var sealed = bind(
                statement, field.column() + "_sealed", clear == null ? null : cipher.seal(clear, field.placeOf(id)));
        var masked = bind(sealed, field.column() + "_mask", clear == null ? null : field.mask(clear));
        return field == PersonalField.BANK_ACCOUNT
                ? masked
                : bind(masked, field.column() + "_index", clear == null ? null : cipher.index(clear, field.column()));
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec statement, String name, @Nullable String value) {
        return value == null ? statement.bindNull(name, String.class) : statement.bind(name, value);
    }

    record Locked(PartnerKind kind, long version) {}
}
