package org.linli.partner.lists.store;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.linli.partner.call.CooperationMode;
import org.linli.partner.lists.Evidence;
import org.linli.partner.lists.Item;
import org.linli.partner.lists.ItemKind;
import org.linli.partner.lists.ItemState;
import org.linli.partner.lists.ItemTerms;
import org.linli.partner.room.OpeningHours;
import org.linli.platform.database.Columns;
import org.linli.platform.money.Yuan;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import java.util.UUID;

/** Reads the row of an item, or of a room as one. */
@Component
class ItemRow {

    static final String COLUMNS = """
            l.id, l.unit_code, l.kind, l.title, l.detail, l.topics, l.for_whom, l.quantity, l.money, l.times, l.modes,
            l.line, l.evidence::text AS evidence, l.needs, l.resources, l.call_id, l.state, l.reason, l.version,
            l.created_by, l.created_at, u.name AS unit_name""";

    private final JsonMapper json;

    ItemRow(JsonMapper json) {
        this.json = json;
    }

    Item read(Readable row) {
        return new Item(
                Columns.id(row, "id"),
                terms(row),
                ItemState.valueOf(Columns.text(row, "state")),
                Columns.textOrNull(row, "reason"),
                row.get("call_id", UUID.class),
                Columns.number(row, "version"),
                Columns.textOrNull(row, "unit_name"),
                Columns.text(row, "created_by"),
                Columns.time(row, "created_at"));
    }

    private ItemTerms terms(Readable row) {
        Long money = row.get("money", Long.class);
        String detail = Columns.textOrNull(row, "detail");
        return new ItemTerms(
                Columns.unit(row, "unit_code"),
                ItemKind.valueOf(Columns.text(row, "kind")),
                Columns.text(row, "title"),
                detail == null || detail.isEmpty() ? null : detail,
                Columns.texts(row, "topics"),
                Columns.textOrNull(row, "for_whom"),
                row.get("quantity", Integer.class),
                money == null ? null : Yuan.ofFen(money),
                OpeningHours.read(Columns.texts(row, "times")),
                Columns.texts(row, "modes").stream()
                        .map(CooperationMode::valueOf)
                        .toList(),
                Columns.textOrNull(row, "line"),
                evidence(Columns.textOrNull(row, "evidence")),
                Columns.ids(row, "needs"),
                Columns.ids(row, "resources"));
    }

    private @Nullable Evidence evidence(@Nullable String text) {
        return text == null ? null : json.readValue(text, Evidence.class);
    }
}
