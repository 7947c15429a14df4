package org.linli.company.consolidation.wire;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.company.consolidation.AcceptedStatement;
import org.linli.company.consolidation.Amounts;
import org.linli.company.consolidation.StatementKey;
import org.linli.company.consolidation.StatementLine;
import org.linli.platform.event.PoisonEvent;
import org.linli.platform.money.Yuan;
import org.linli.platform.testing.GoldenEvents;
import org.linli.platform.unit.UnitCode;

import java.time.Instant;
import java.time.YearMonth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The consolidation's reading of the event, by the example that the producer publishes. */
class RevenueStatementAcceptedV1Test {

    @Test
    void reads_the_producers_example() {
        AcceptedStatement statement = read(golden());

        assertThat(statement.statementId()).isEqualTo("440703006101-2026-03-2");
        assertThat(statement.key()).isEqualTo(new StatementKey(UnitCode.of("440703006101"), YearMonth.of(2026, 3)));
        assertThat(statement.version()).isEqualTo(2);
        assertThat(statement.unitClass()).isEqualTo("VENUE");
        assertThat(statement.acceptedAt()).isEqualTo(Instant.parse("2026-04-03T02:11:09Z"));
        assertThat(statement.lines())
                .contains(new StatementLine(
                        "CANTEEN",
                        "长者饭堂",
                        null,
                        UnitCode.of("440703006"),
                        new Amounts(Yuan.ofFen(1000_00), Yuan.ofFen(34_56), Yuan.ofFen(200_00), 9)));
        assertThat(statement.lines().stream()
                        .map(StatementLine::measures)
                        .reduce(Amounts.NONE, Amounts::plus)
                        .gross())
                .isEqualTo(Yuan.ofFen(1234_56));
    }

    @Test
    void passes_over_what_it_does_not_know() {
        assertThat(read(golden().replace("\"version\"", "\"colour\": {\"a\": [1]}, \"version\"")))
                .isEqualTo(read(golden()));
    }

    @ParameterizedTest(name = "{0} → {1} is poison: {2}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`\"unit\": \"440703006101\"`, `\"unit\": \"440703006\"`, unit is not the code of a branch",
                "`\"period\": \"2026-03\"`, `\"period\": \"2026-13\"`, period is not YYYY-MM",
                "`\"period\": \"2026-03\"`, `\"period\": \"+52026-03\"`, period is not YYYY-MM",
                "`\"version\": 2`, `\"version\": null`, version is missing",
                "`\"line\": \"CANTEEN\"`, `\"line\": \"\"`, lines[].line is empty",
                "`\"line\": \"CANTEEN\"`, `\"line\": \"A\\u0000\"`, lines[].line",
                "`\"counterparty\": \"440703006\"`, `\"counterparty\": \"44070300\"`, lines[].counterparty is no unit code",
                "`\"gross\": \"1000.00\"`, `\"gross\": \"1000.001\"`, cannot be read",
                "`\"gross\": \"1000.00\"`, `\"gross\": 1000.0`, cannot be read",
                "`\"gross\": \"1000.00\"`, `\"profit\": \"1000.00\"`, lines[].gross is missing",
                "`\"acceptedAt\"`, `\"seenAt\"`, acceptedAt is missing",
                "`\"lines\"`, `\"rows\"`, lines is missing",
            })
    void what_cannot_be_consolidated_is_poison(String part, String instead, String reason) {
        String broken = golden().replace(part, instead);
        assertThat(broken).as("the example has " + part).isNotEqualTo(golden());
        assertThatExceptionOfType(PoisonEvent.class)
                .isThrownBy(() -> read(broken))
                .withMessageContaining(reason);
    }

    private static String golden() {
        return GoldenEvents.golden(RevenueStatementAcceptedV1.TYPE);
    }

    private static AcceptedStatement read(String json) {
        return GoldenEvents.incoming(
                        RevenueStatementAcceptedV1.TOPIC,
                        RevenueStatementAcceptedV1.TYPE,
                        "440703006101/2026-03",
                        1,
                        json)
                .as(RevenueStatementAcceptedV1.class)
                .toDomain();
    }
}
