package org.linli.bench.proposals.twin;

import org.jspecify.annotations.Nullable;
import org.linli.partner.call.CallTerms;
import org.linli.partner.call.CooperationMode;
import org.linli.partner.call.Criterion;
import org.linli.partner.call.DocumentRequirement;
import org.linli.partner.call.OpenCall;
import org.linli.partner.call.application.StoredCall;
import org.linli.platform.unit.UnitCode;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Rows of calls and proposals read into the records that the service has for them. */
record TwinRows(JsonMapper json) {

    StoredCall call(ResultSet row) throws SQLException {
        return new StoredCall(
                openCall(row),
                row.getLong("version"),
                row.getLong("sequence"),
                row.getString("unit_name"),
                row.getString("created_by"),
                time(row, "created_at"));
    }

    private OpenCall openCall(ResultSet row) throws SQLException {
        UUID id = id(row, "id");
        CallTerms terms = terms(row);
        return switch (row.getString("state")) {
            case "PUBLISHED" -> new OpenCall.Published(id, terms, time(row, "published_at"));
            case "CLOSED" -> new OpenCall.Closed(id, terms, time(row, "published_at"), time(row, "closed_at"));
            default -> new OpenCall.Draft(id, terms);
        };
    }

    private CallTerms terms(ResultSet row) throws SQLException {
        return new CallTerms(
                UnitCode.of(row.getString("unit_code")),
                row.getString("title"),
                row.getString("seeking"),
                Arrays.stream((String[]) row.getArray("modes").getArray())
                        .map(CooperationMode::valueOf)
                        .toList(),
                row.getString("line"),
                row.getString("conditions"),
                time(row, "deadline"),
                List.of(json.readValue(row.getString("criteria"), Criterion[].class)),
                List.of(json.readValue(row.getString("documents"), DocumentRequirement[].class)));
    }

    static UUID id(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(timeOrNull(row, column));
    }

    private static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
