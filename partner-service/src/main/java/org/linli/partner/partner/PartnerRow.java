package org.linli.partner.partner;

import io.r2dbc.spi.Readable;
import org.linli.platform.database.Columns;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A partner's row with what hangs on it, read in one go. */
final class PartnerRow {

    /** Takes {@code :scope}, the prefixes whose streets' standings the reader may know of. */
    static final String COLUMNS = """
            p.id, p.name, p.kind, p.team, p.credit_code, p.identity_mask, p.phone_mask, p.bank_mask,
            p.registered_at, p.version,
            ARRAY(SELECT o.id FROM partner o
                   WHERE o.id <> p.id AND (o.credit_code = p.credit_code OR o.identity_index = p.identity_index)
                   ORDER BY o.id LIMIT 20) AS others,
            (SELECT coalesce(jsonb_agg(jsonb_build_object('type', l.type, 'number', l.number,
                        'validUntil', l.valid_until) ORDER BY l.id), '[]')::text
               FROM partner_licence l WHERE l.partner_id = p.id) AS licences,
            (SELECT coalesce(jsonb_agg(jsonb_build_object('name', m.name, 'sharePercent', m.share_percent)
                        ORDER BY m.position), '[]')::text
               FROM partner_share m WHERE m.partner_id = p.id) AS members,
            (SELECT coalesce(jsonb_agg(jsonb_build_object('street', s.street, 'streetName', s.name, 'state', s.state,
                        'reason', s.reason, 'by', s.set_by, 'since', s.set_at) ORDER BY s.street), '[]')::text
               FROM (SELECT DISTINCT ON (h.street) h.street, u.name, h.state, h.reason, h.set_by, h.set_at
                       FROM partner_standing h LEFT JOIN unit u ON u.code = h.street
                      WHERE h.partner_id = p.id
                        AND EXISTS (SELECT 1 FROM unnest(:scope::text[]) x
                                     WHERE h.street LIKE x || '%' OR x LIKE h.street || '%')
                      ORDER BY h.street, h.id DESC) s) AS standings
            """;

    private static final JsonMapper JSON = JsonMapper.shared();

    private PartnerRow() {}

    static StoredPartner read(Readable row) {
        return new StoredPartner(
                Columns.id(row, "id"),
                Columns.text(row, "name"),
                PartnerKind.valueOf(Columns.text(row, "kind")),
                Columns.flag(row, "team"),
                row.get("credit_code", String.class),
                masks(row),
                JSON.readValue(Columns.text(row, "licences"), new TypeReference<List<CheckedPartner.Licence>>() {}),
                JSON.readValue(Columns.text(row, "members"), new TypeReference<List<CheckedPartner.Member>>() {}),
                JSON.readValue(Columns.text(row, "standings"), new TypeReference<List<PartnerStatusChange>>() {}),
                Columns.ids(row, "others"),
                Columns.time(row, "registered_at"),
                Columns.number(row, "version"));
    }

    private static Map<PersonalField, String> masks(Readable row) {
        Map<PersonalField, String> masks = new EnumMap<>(PersonalField.class);
        for (PersonalField field : PersonalField.values()) {
            String mask = row.get(field.column() + "_mask", String.class);
            if (mask != null) {
                masks.put(field, mask);
            }
        }
        return masks;
    }
}
