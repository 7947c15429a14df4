package org.linli.company.statement.wire;

import org.junit.jupiter.api.Test;
import org.linli.company.statement.Statement;
import org.linli.company.statement.StatementId;
import org.linli.company.statement.StatementLine;
import org.linli.company.statement.Totals;
import org.linli.platform.event.OutgoingEvent;
import org.linli.platform.money.Yuan;
import org.linli.platform.testing.GoldenEvents;
import org.linli.platform.unit.UnitCode;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** What is written down under {@code docs/events} is what leaves this service. */
class StatementEventsToWireTest {

    private static final Instant AT = Instant.parse("2026-04-03T02:11:09Z");
    private static final UnitCode BRANCH = UnitCode.of("440703006101");
    private static final StatementId ID = new StatementId(BRANCH, YearMonth.of(2026, 3), 2);
    private static final StatementId BEFORE = new StatementId(BRANCH, YearMonth.of(2026, 3), 1);
    private static final List<StatementLine> LINES = List.of(
            new StatementLine("CANTEEN", "长者饭堂", null, UnitCode.of("440703006"), totals(100_000, 3_456, 20_000, 9)),
            new StatementLine("VENUE_RENTAL", null, "杏林堂诊所", null, totals(23_456, 0, 0, 3)));

    private static final List<OutgoingEvent> EVENTS = List.of(
            StatementEventsToWire.submitted(new Statement.Submitted(ID, BEFORE, Totals.of(LINES), "head101", AT), 5),
            StatementEventsToWire.withdrawn(ID, "head101", 6),
            StatementEventsToWire.returned(new Statement.Returned(ID, BEFORE, List.of("三月食堂收入与流水不符"), "hq", AT), 7),
            StatementEventsToWire.accepted(
                    new Statement.Accepted(ID, BEFORE, Totals.of(LINES), "head101", "hq", AT), "VENUE", LINES, 8));

    @Test
    void writes_each_event_as_documented() {
        assertThat(EVENTS).allSatisfy(GoldenEvents::assertDocumented);
    }

    @Test
    void every_documented_type_is_written_by_somebody() {
        assertThat(GoldenEvents.typesOf("company"))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                EVENTS.stream().map(OutgoingEvent::type),
                                Stream.of("linli.company.unit.registered.v1", "linli.company.unit.changed.v1"))
                        .toList());
    }

    @Test
    void names_branch_and_period_as_subject_and_the_branch_as_key() {
        assertThat(EVENTS).allSatisfy(event -> {
            assertThat(event.subject()).isEqualTo("440703006101/2026-03");
            assertThat(event.key()).isEqualTo("440703006101");
        });
        assertThat(EVENTS).extracting(OutgoingEvent::sequence).containsExactly(5L, 6L, 7L, 8L);
    }

    private static Totals totals(long gross, long tax, long cost, int entries) {
        return new Totals(Yuan.ofFen(gross), Yuan.ofFen(tax), Yuan.ofFen(cost), entries);
    }
}
