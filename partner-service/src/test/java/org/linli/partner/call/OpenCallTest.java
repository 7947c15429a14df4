package org.linli.partner.call;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.linli.platform.decision.Decision;
import org.linli.platform.problem.FieldError;
import org.linli.platform.testing.MoveTable;
import org.linli.platform.unit.UnitCode;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.partner.call.CallFixtures.BEFORE;
import static org.linli.partner.call.CallFixtures.DEADLINE;
import static org.linli.partner.call.CallFixtures.ID;

class OpenCallTest {

    private static final CallTerms TERMS = CallFixtures.terms();
    private static final Instant LATER = DEADLINE.plusSeconds(60);

    private static final List<OpenCall> STATES = List.of(
            new OpenCall.Draft(ID, TERMS),
            new OpenCall.Published(ID, TERMS, BEFORE),
            new OpenCall.Closed(ID, TERMS, BEFORE, BEFORE),
            new OpenCall.Cancelled(ID, TERMS, "why", BEFORE));
    private static final List<CallCommand> COMMANDS = List.of(
            new CallCommand.Edit(TERMS),
            new CallCommand.Publish(),
            new CallCommand.Extend(LATER, "why"),
            new CallCommand.Close(),
            new CallCommand.Cancel("why"));

    /** The class's own table; everything that is not in it is refused. */
    private static final Map<String, String> MOVES = Map.of(
            "Draft Edit", "Draft",
            "Draft Publish", "Published",
            "Draft Cancel", "Cancelled",
            "Published Extend", "Published",
            "Published Close", "Closed",
            "Published Cancel", "Cancelled",
            "Closed Cancel", "Cancelled");

    /** The same after the deadline. */
    private static final Map<String, String> LATE_MOVES = Map.of(
            "Draft Edit", "Draft",
            "Draft Publish", "DeadlineTooEarly[after=" + LATER + "]",
            "Draft Cancel", "Cancelled",
            "Published Close", "Closed",
            "Published Cancel", "Cancelled",
            "Closed Cancel", "Cancelled");

    @TestFactory
    Stream<DynamicTest> every_state_meets_every_command_in_time() {
        return table(BEFORE, MOVES);
    }

    @TestFactory
    Stream<DynamicTest> every_state_meets_every_command_after_the_deadline() {
        return table(LATER, LATE_MOVES);
    }

    private static Stream<DynamicTest> table(Instant at, Map<String, String> moves) {
        return new MoveTable<>(STATES, COMMANDS, moves)
                .tests(state -> state.state(at), (state, command) -> outcome(state.decide(command, at)));
    }

    @Test
    void a_published_call_past_its_deadline_is_closed_for_everybody() {
        OpenCall call = CallFixtures.published();
        assertThat(call.takesProposals(DEADLINE.minusNanos(1000))).isTrue();
        assertThat(call.takesProposals(DEADLINE)).isFalse();
        assertThat(call.state(BEFORE)).isEqualTo("PUBLISHED");
        assertThat(call.state(DEADLINE)).isEqualTo("CLOSED");
    }

    @Test
    void a_deadline_only_moves_later() {
        assertThat(CallFixtures.published().decide(new CallCommand.Extend(DEADLINE, "why"), BEFORE))
                .isEqualTo(Decision.refuse(new Refusal.DeadlineTooEarly(DEADLINE)));
    }

    @Test
    void a_call_stays_with_its_unit() {
        CallTerms elsewhere = new CallTerms(
                UnitCode.of("440703006108"),
                TERMS.title(),
                TERMS.seeking(),
                TERMS.modes(),
                TERMS.line(),
                null,
                DEADLINE,
                TERMS.criteria(),
                TERMS.documents());
        assertThat(new OpenCall.Draft(ID, TERMS).decide(new CallCommand.Edit(elsewhere), BEFORE))
                .isEqualTo(Decision.refuse(new Refusal.AnotherUnit(CallFixtures.BRANCH)));
    }

    @Test
    void all_that_is_wrong_with_the_terms_comes_back() {
        CallTerms wrong = new CallTerms(
                CallFixtures.BRANCH,
                "t",
                "s",
                List.of(CooperationMode.CROWDFUNDING, CooperationMode.CROWDFUNDING),
                "TRAINING",
                null,
                DEADLINE,
                List.of(new Criterion("A", "a", 60), new Criterion("A", "b", 41)),
                List.of(new DocumentRequirement("D", "d", true), new DocumentRequirement("D", "e", false)));
        assertThat(TermsRules.faults(TERMS)).isEmpty();
        assertThat(TermsRules.faults(wrong))
                .extracting(FieldError::field)
                .containsExactly("criteria", "criteria", "documents", "modes");
    }

    private static String outcome(Decision<OpenCall, Refusal> decision) {
        return switch (decision) {
            case Decision.Accepted<OpenCall, Refusal> done -> MoveTable.name(done.next());
            case Decision.Refused(Refusal.NotInThisState state) -> "refused in " + state.state();
            case Decision.Refused<OpenCall, Refusal> refused -> refused.reason().toString();
        };
    }
}
