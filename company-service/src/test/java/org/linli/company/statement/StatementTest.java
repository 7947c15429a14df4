package org.linli.company.statement;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.linli.platform.decision.Decision;
import org.linli.platform.testing.MoveTable;
import org.linli.platform.unit.UnitCode;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class StatementTest {

    private static final Instant NOW = Instant.parse("2026-04-03T02:11:09Z");
    private static final StatementId ID = new StatementId(UnitCode.of("440703006101"), YearMonth.of(2026, 3), 2);
    private static final StatementId BEFORE = new StatementId(UnitCode.of("440703006101"), YearMonth.of(2026, 3), 1);

    private static final List<Statement> STATES = List.of(
            new Statement.Draft(ID, BEFORE),
            new Statement.Submitted(ID, BEFORE, Totals.NOTHING, "head", NOW),
            new Statement.Returned(ID, BEFORE, List.of("why"), "hq", NOW),
            new Statement.Accepted(ID, BEFORE, Totals.NOTHING, "head", "hq", NOW),
            new Statement.Superseded(ID, BEFORE),
            new Statement.Discarded(ID, BEFORE));
    private static final List<StatementCommand> COMMANDS = List.of(
            new StatementCommand.Submit("head", Totals.NOTHING),
            new StatementCommand.Accept("hq"),
            new StatementCommand.Return("hq", List.of("why")),
            new StatementCommand.Withdraw("head"),
            new StatementCommand.Discard("head"));

    /** The class's own table; everything that is not in it is refused. */
    private static final Map<String, String> MOVES = Map.of(
            "Draft Submit", "Submitted",
            "Draft Discard", "Discarded",
            "Submitted Accept", "Accepted",
            "Submitted Return", "Returned",
            "Submitted Withdraw", "Draft",
            "Returned Submit", "Submitted",
            "Returned Discard", "Discarded");

    @TestFactory
    Stream<DynamicTest> every_state_meets_every_command() {
        return new MoveTable<>(STATES, COMMANDS, MOVES)
                .tests(Statement::state, (state, command) -> outcome(state.decide(command, NOW)));
    }

    @Test
    void who_submitted_does_not_accept() {
        Statement submitted = new Statement.Submitted(ID, null, Totals.NOTHING, "same", NOW);
        assertThat(submitted.decide(new StatementCommand.Accept("same"), NOW))
                .isEqualTo(Decision.refuse(new Refusal.SameHands()));
    }

    @Test
    void a_month_that_has_not_begun_in_the_street_is_neither_submitted_nor_accepted() {
        Instant lastOfFebruary = Instant.parse("2026-02-28T15:59:59Z");
        Instant firstOfMarch = Instant.parse("2026-02-28T16:00:00Z");
        for (int state : new int[] {0, 1, 2}) {
            StatementCommand command = COMMANDS.get(state == 1 ? 1 : 0);
            assertThat(STATES.get(state).decide(command, lastOfFebruary))
                    .isEqualTo(Decision.refuse(new Refusal.NotBegun(YearMonth.of(2026, 3), YearMonth.of(2026, 2))));
            assertThat(STATES.get(state).decide(command, firstOfMarch)).isInstanceOf(Decision.Accepted.class);
        }
    }

    @Test
    void a_statement_that_came_too_early_can_still_be_returned_withdrawn_and_discarded() {
        Instant before = Instant.parse("2026-01-15T00:00:00Z");
        assertThat(STATES.get(1).decide(COMMANDS.get(2), before)).isInstanceOf(Decision.Accepted.class);
        assertThat(STATES.get(1).decide(COMMANDS.get(3), before)).isInstanceOf(Decision.Accepted.class);
        assertThat(STATES.get(0).decide(COMMANDS.get(4), before)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void a_return_needs_reasons() {
        Statement submitted = new Statement.Submitted(ID, null, Totals.NOTHING, "head", NOW);
        assertThat(submitted.decide(new StatementCommand.Return("hq", List.of()), NOW))
                .isEqualTo(Decision.refuse(new Refusal.ReasonsMissing()));
    }

    @Test
    void random_walks_keep_identity_and_never_leave_an_end() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int walk = 0; walk < 500; walk++) {
            List<Statement> path = new ArrayList<>(List.of(STATES.getFirst()));
            for (int step = 0; step < 12; step++) {
                Statement here = path.getLast();
                Decision<Statement, Refusal> decision = here.decide(COMMANDS.get(random.nextInt(COMMANDS.size())), NOW);
                if (decision instanceof Decision.Accepted<Statement, Refusal> done) {
                    assertThat(here)
                            .as("seed %d", seed)
                            .isNotInstanceOfAny(
                                    Statement.Accepted.class, Statement.Superseded.class, Statement.Discarded.class);
                    assertThat(done.next().id()).isEqualTo(ID);
                    assertThat(done.next().supersedes()).isEqualTo(BEFORE);
                    path.add(done.next());
                }
            }
        }
    }

    @Test
    void an_id_is_written_and_read_back() {
        assertThat(StatementId.parse("440703006101-2026-03-2")).contains(ID);
        assertThat(ID).hasToString("440703006101-2026-03-2");
        assertThat(Stream.of("440703006101-2026-13-1", "440703006-2026-03-1", "440703006101-2026-03-0", "", "x"))
                .allSatisfy(text -> assertThat(StatementId.parse(text)).isEmpty());
    }

    private static String outcome(Decision<Statement, Refusal> decision) {
        return switch (decision) {
            case Decision.Accepted<Statement, Refusal> done -> MoveTable.name(done.next());
            case Decision.Refused<Statement, Refusal> refused
            when refused.reason() instanceof Refusal.NotInThisState state -> "refused in " + state.state();
            case Decision.Refused<Statement, Refusal> refused ->
                refused.reason().toString();
        };
    }
}
