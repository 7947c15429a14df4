package org.linli.partner.call.store;

import io.r2dbc.spi.Readable;
import org.linli.partner.call.CallTerms;
import org.linli.partner.call.CooperationMode;
import org.linli.partner.call.Criterion;
import org.linli.partner.call.DocumentRequirement;
import org.linli.partner.call.OpenCall;
import org.linli.partner.call.application.StoredCall;
import org.linli.platform.database.Columns;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.UUID;

/** Reads a call's row. */
@Component
class CallRow {

    static final String COLUMNS = """
            c.id, c.unit_code, c.title, c.seeking, c.modes, c.line, c.conditions, c.deadline,
            c.criteria::text AS criteria, c.documents::text AS documents, c.state, c.reason, c.version, c.sequence,
            c.created_by, c.created_at, c.published_at, c.closed_at, u.name AS unit_name""";

    private final JsonMapper json;

    CallRow(JsonMapper json) {
        this.json = json;
    }

    StoredCall read(Readable row) {
        return new StoredCall(
                call(row),
                Columns.number(row, "version"),
                Columns.number(row, "sequence"),
                Columns.textOrNull(row, "unit_name"),
                Columns.text(row, "created_by"),
                Columns.time(row, "created_at"));
    }

    private OpenCall call(Readable row) {
        UUID id = Columns.id(row, "id");
        CallTerms terms = terms(row);
        return switch (Columns.text(row, "state")) {
            case "DRAFT" -> new OpenCall.Draft(id, terms);
            case "PUBLISHED" -> new OpenCall.Published(id, terms, Columns.time(row, "published_at"));
            case "CLOSED" ->
                new OpenCall.Closed(id, terms, Columns.time(row, "published_at"), Columns.time(row, "closed_at"));
            case "CANCELLED" ->
                new OpenCall.Cancelled(id, terms, Columns.text(row, "reason"), Columns.timeOrNull(row, "published_at"));
            default -> throw new IllegalStateException("call " + id + " is in no known state");
        };
    }

    private CallTerms terms(Readable row) {
        return new CallTerms(
                Columns.unit(row, "unit_code"),
                Columns.text(row, "title"),
                Columns.text(row, "seeking"),
                Columns.texts(row, "modes").stream()
                        .map(CooperationMode::valueOf)
                        .toList(),
                Columns.text(row, "line"),
                Columns.textOrNull(row, "conditions"),
                Columns.time(row, "deadline"),
                List.of(json.readValue(Columns.text(row, "criteria"), Criterion[].class)),
                List.of(json.readValue(Columns.text(row, "documents"), DocumentRequirement[].class)));
    }
}
