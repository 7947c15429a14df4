package org.linli.company.consolidation.wire;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.company.consolidation.AcceptedStatement;
import org.linli.company.consolidation.Amounts;
import org.linli.company.consolidation.StatementKey;
import org.linli.company.consolidation.StatementLine;
import org.linli.platform.event.PoisonEvent;
import org.linli.platform.unit.UnitCode;

import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;

/** What the consolidation needs of {@value #TYPE}; every other field is passed over. */
public record RevenueStatementAcceptedV1(
        @Nullable String statementId,
        @Nullable String unit,
        @Nullable String period,
        @Nullable Integer version,
        @Nullable String unitClass,
        @Nullable Instant acceptedAt,
        @Nullable List<@Nullable Line> lines) {

    public static final String TOPIC = "linli.company.revenue-statement";
    public static final String TYPE = "linli.company.revenue-statement.accepted.v1";

    /** @throws PoisonEvent where a field is missing or is not what it should be */
    public AcceptedStatement toDomain() {
        UnitCode branch = UnitCode.parse(unit)
                .filter(UnitCode::isCommunity)
                .orElseThrow(() -> new PoisonEvent("unit is not the code of a branch: " + unit));
        List<@Nullable Line> all = Texts.required("lines", lines);
        return new AcceptedStatement(
                Texts.storable("statementId", statementId),
                new StatementKey(branch, month()),
                Texts.required("version", version),
                Texts.optional("unitClass", unitClass),
                Texts.required("acceptedAt", acceptedAt),
                all.stream()
                        .map(line -> Texts.required("lines[]", line).toDomain())
                        .toList());
    }

    private YearMonth month() {
        String text = Texts.required("period", period);
        try {
            if (text.length() == "2026-03".length()) {
                return YearMonth.parse(text);
            }
        } catch (DateTimeParseException none) {
            // told below, with those that are too long
        }
        throw new PoisonEvent("period is not YYYY-MM: " + text);
    }

    /** One line of the statement; amounts are those of all its entries together. */
    public record Line(
            @Nullable String line,
            @Nullable String project,
            @Nullable String partner,
            @Nullable String counterparty,
            @Nullable Money gross,
            @Nullable Money tax,
            @Nullable Money directCost,
            @Nullable Long entries) {

        StatementLine toDomain() {
            return new StatementLine(
                    Texts.storable("lines[].line", line),
                    Texts.optional("lines[].project", project),
                    Texts.optional("lines[].partner", partner),
                    buyer(),
                    new Amounts(
                            Texts.required("lines[].gross", gross),
                            Texts.required("lines[].tax", tax),
                            Texts.required("lines[].directCost", directCost),
                            Texts.required("lines[].entries", entries)));
        }

        private @Nullable UnitCode buyer() {
            String code = Texts.optional("lines[].counterparty", counterparty);
            if (code == null) {
                return null;
            }
            return UnitCode.parse(code)
                    .orElseThrow(() -> new PoisonEvent("lines[].counterparty is no unit code: " + code));
        }
    }
}
