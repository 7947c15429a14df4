package org.linli.fund.obligation.wire;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.fund.obligation.AcceptedStatement;
import org.linli.fund.obligation.ObligationKey;
import org.linli.fund.policy.Figures;
import org.linli.platform.event.IncomingEvent;
import org.linli.platform.event.PoisonEvent;
import org.linli.platform.text.Dates;
import org.linli.platform.unit.UnitCode;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;

/**
 * This service's own reading of {@value #TYPE}: of all that the event holds only what an obligation needs.
 *
 * @param totals of the whole statement, in yuan
 */
public record RevenueStatementAcceptedV1(
        @Nullable String statementId,
        @Nullable String unit,
        @Nullable String period,
        @Nullable Integer version,
        @Nullable String acceptedBy,
        @Nullable String acceptedAt,
        @Nullable Totals totals) {

    public static final String TOPIC = "linli.company.revenue-statement";
    public static final String TYPE = "linli.company.revenue-statement.accepted.v1";

    public record Totals(
            @Nullable Money gross,
            @Nullable Money tax,
            @Nullable Money directCost) {}

    /** @throws PoisonEvent where something is missing or is not what it should be */
    public static AcceptedStatement read(IncomingEvent event) {
        RevenueStatementAcceptedV1 accepted = event.as(RevenueStatementAcceptedV1.class);
        Totals totals = required("totals", accepted.totals());
        ObligationKey key = accepted.key();
        int version = required("version", accepted.version());
        return new AcceptedStatement(
                accepted.id(key, version),
                key,
                version,
                new Figures(
                        required("totals.gross", totals.gross()),
                        required("totals.tax", totals.tax()),
                        required("totals.directCost", totals.directCost())),
                Objects.requireNonNullElse(accepted.acceptedBy(), ""),
                accepted.acceptedAt() == null ? event.time() : instant(accepted.acceptedAt()));
    }

    private ObligationKey key() {
        UnitCode branch = UnitCode.parse(unit)
                .filter(UnitCode::isCommunity)
                .orElseThrow(() -> new PoisonEvent("unit is not a branch: " + unit));
        return new ObligationKey(
                branch,
                Dates.period(period)
                        .orElseThrow(() -> new PoisonEvent("period is not " + Dates.PERIOD + ": " + period)));
    }

    private String id(ObligationKey key, int version) {
        String id = key.unit() + "-" + key.period() + "-" + version;
        if (!id.equals(statementId)) {
            throw new PoisonEvent("statementId is " + statementId + ", not " + id);
        }
        return id;
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException notOne) {
            throw new PoisonEvent("acceptedAt is not a time: " + text);
        }
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new PoisonEvent(field + " is missing");
        }
        return value;
    }
}
