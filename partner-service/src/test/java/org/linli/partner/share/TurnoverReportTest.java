package org.linli.partner.share;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.linli.platform.decision.Decision;
import org.linli.platform.money.Yuan;
import org.linli.platform.testing.MoveTable;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class TurnoverReportTest {

    private static final Instant NOW = Instant.parse("2026-04-12T02:11:09Z");
    private static final TurnoverReport.Reported REPORTED = new TurnoverReport.Reported(
            new ReportKey(UUID.fromString("0198c0de-0000-7000-8000-0000000000a1"), YearMonth.of(2026, 3), 2),
            new Figures(Yuan.ofFen(100), null, new Share(Yuan.ofFen(15), Yuan.zero())),
            "partner1",
            NOW);

    private static final List<TurnoverReport> STATES = List.of(
            REPORTED,
            new TurnoverReport.Disputed(REPORTED, "head", NOW, "why"),
            new TurnoverReport.Answered(REPORTED),
            new TurnoverReport.Confirmed(REPORTED, "head", NOW),
            new TurnoverReport.Superseded(REPORTED));
    private static final List<ReportCommand> COMMANDS = List.of(
            new ReportCommand.Confirm("head"),
            new ReportCommand.Dispute("head", "why"),
            new ReportCommand.Answer("partner1"),
            new ReportCommand.Supersede("head"));

    /** The class's own table; everything that is not in it is refused. */
    private static final Map<String, String> MOVES = Map.of(
            "Reported Confirm", "Confirmed",
            "Reported Dispute", "Disputed",
            "Disputed Answer", "Answered",
            "Confirmed Supersede", "Superseded");

    @TestFactory
    Stream<DynamicTest> every_state_meets_every_command() {
        return new MoveTable<>(STATES, COMMANDS, MOVES)
                .tests(TurnoverReport::state, (state, command) -> outcome(state.decide(command, NOW)));
    }

    @Test
    void who_reported_does_not_confirm() {
        assertThat(REPORTED.decide(new ReportCommand.Confirm("partner1"), NOW))
                .isEqualTo(Decision.refuse(new Refusal.SameHands()));
    }

    @Test
    void the_entry_is_numbered_by_agreement_period_and_version() {
        assertThat(REPORTED.key().entryNo()).isEqualTo("SHARE-0000000000a1-2026-03-2");
        assertThat(REPORTED.key().subject()).isEqualTo("0198c0de-0000-7000-8000-0000000000a1/2026-03");
    }

    private static String outcome(Decision<TurnoverReport, Refusal> decision) {
        return switch (decision) {
            case Decision.Accepted<TurnoverReport, Refusal> done -> MoveTable.name(done.next());
            case Decision.Refused<TurnoverReport, Refusal> refused
            when refused.reason() instanceof Refusal.NotInThisState state -> "refused in " + state.state();
            case Decision.Refused<TurnoverReport, Refusal> refused ->
                refused.reason().toString();
        };
    }
}
