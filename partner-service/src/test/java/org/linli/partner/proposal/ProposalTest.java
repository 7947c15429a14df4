package org.linli.partner.proposal;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.linli.platform.decision.Decision;
import org.linli.platform.problem.FieldError;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.partner.proposal.ProposalFixtures.AT;
import static org.linli.partner.proposal.ProposalFixtures.ID;

class ProposalTest {

    private static final List<String> WHY = List.of("why");
    private static final FieldError TITLE = new FieldError("title", "missing", "a title");

    private static final List<Proposal> STATES = List.of(
            new Proposal.Draft(ID),
            new Proposal.Submitted(ID, "partner", AT),
            new Proposal.NeedsChanges(ID, List.of(new Remark("title", "why"))),
            new Proposal.InTrial(ID),
            new Proposal.Accepted(ID, WHY, "head", AT),
            new Proposal.Rejected(ID, WHY, "head", AT),
            new Proposal.Withdrawn(ID),
            new Proposal.Expired(ID));
    private static final List<ProposalCommand> COMMANDS = List.of(
            new ProposalCommand.Edit("partner", ProposalFixtures.complete()),
            new ProposalCommand.Submit("partner"),
            new ProposalCommand.RequestChanges("clerk", List.of(new Remark("title", "why"))),
            new ProposalCommand.StartTrial("head"),
            new ProposalCommand.Accept("head", WHY),
            new ProposalCommand.Reject("head", WHY),
            new ProposalCommand.Withdraw("partner"),
            new ProposalCommand.Expire("clock"));

    /** The class's own table, for each standing of the call; everything that is not in it is refused by state. */
    private static final Map<CallStatus, Map<String, String>> MOVES = Map.of(
            CallStatus.OPEN,
            moves(Map.of(
                    "Draft Edit", "Draft",
                    "Draft Submit", "Submitted",
                    "Draft Expire", "CallStillOpen",
                    "NeedsChanges Edit", "NeedsChanges",
                    "NeedsChanges Submit", "Submitted",
                    "NeedsChanges Expire", "CallStillOpen",
                    "Submitted RequestChanges", "NeedsChanges",
                    "Submitted StartTrial", "InTrial",
                    "Submitted Accept", "Accepted",
                    "InTrial Accept", "Accepted")),
            CallStatus.CLOSED,
            moves(Map.of(
                    "Draft Edit", "CallNotOpen",
                    "Draft Submit", "Incomplete",
                    "Draft Expire", "Expired",
                    "NeedsChanges Edit", "CallNotOpen",
                    "NeedsChanges Submit", "Incomplete",
                    "NeedsChanges Expire", "Expired",
                    "Submitted RequestChanges", "CallNotOpen",
                    "Submitted StartTrial", "InTrial",
                    "Submitted Accept", "Accepted",
                    "InTrial Accept", "Accepted")),
            CallStatus.CANCELLED,
            moves(Map.of(
                    "Draft Edit", "CallNotOpen",
                    "Draft Submit", "Incomplete",
                    "Draft Expire", "Expired",
                    "NeedsChanges Edit", "CallNotOpen",
                    "NeedsChanges Submit", "Incomplete",
                    "NeedsChanges Expire", "Expired",
                    "Submitted RequestChanges", "CallNotOpen",
                    "Submitted StartTrial", "CallCancelled",
                    "Submitted Accept", "CallCancelled",
                    "InTrial Accept", "CallCancelled")));

    private static Map<String, String> moves(Map<String, String> particular) {
        Map<String, String> all = new HashMap<>(particular);
        all.put("Submitted Reject", "Rejected");
        all.put("InTrial Reject", "Rejected");
        Stream.of("Draft", "Submitted", "NeedsChanges", "InTrial")
                .forEach(state -> all.put(state + " Withdraw", "Withdrawn"));
        return all;
    }

    @TestFactory
    Stream<DynamicTest> every_state_meets_every_command_whatever_the_call() {
        return Arrays.stream(CallStatus.values())
                .flatMap(call -> STATES.stream()
                        .flatMap(state -> COMMANDS.stream().map(command -> oneMove(call, state, command))));
    }

    private static DynamicTest oneMove(CallStatus call, Proposal state, ProposalCommand command) {
        String move = name(state) + " " + name(command);
        return DynamicTest.dynamicTest(
                call + ": " + move,
                () -> assertThat(outcome(state.decide(command, new DecisionContext(call, List.of(), null), AT)))
                        .isEqualTo(MOVES.get(call).getOrDefault(move, "refused in " + state.state())));
    }

    @Test
    void all_that_is_missing_comes_back_and_whether_the_call_is_closed() {
        var submit = new ProposalCommand.Submit("partner");
        assertThat(new Proposal.Draft(ID)
                        .decide(submit, new DecisionContext(CallStatus.OPEN, List.of(TITLE), null), AT))
                .isEqualTo(Decision.refuse(new Refusal.Incomplete(List.of(TITLE), false)));
        assertThat(new Proposal.Draft(ID)
                        .decide(submit, new DecisionContext(CallStatus.CLOSED, List.of(TITLE), null), AT))
                .isEqualTo(Decision.refuse(new Refusal.Incomplete(List.of(TITLE), true)));
    }

    @Test
    void a_suspended_partner_hands_nothing_in_and_may_withdraw() {
        var given = new DecisionContext(CallStatus.OPEN, List.of(), "复核中");
        assertThat(new Proposal.Draft(ID).decide(new ProposalCommand.Submit("partner"), given, AT))
                .isEqualTo(Decision.refuse(new Refusal.Suspended("复核中")));
        assertThat(Proposal.refusesDraft(given)).contains(new Refusal.Suspended("复核中"));
        assertThat(new Proposal.Draft(ID).decide(new ProposalCommand.Withdraw("partner"), given, AT))
                .isEqualTo(Decision.accept(new Proposal.Withdrawn(ID)));
    }

    @Test
    void a_state_is_named_as_callers_know_it() {
        assertThat(STATES)
                .extracting(Proposal::state)
                .containsExactly(
                        "DRAFT",
                        "SUBMITTED",
                        "NEEDS_CHANGES",
                        "IN_TRIAL",
                        "ACCEPTED",
                        "REJECTED",
                        "WITHDRAWN",
                        "EXPIRED");
    }

    private static String outcome(Decision<Proposal, Refusal> decision) {
        return switch (decision) {
            case Decision.Accepted<Proposal, Refusal> done -> name(done.next());
            case Decision.Refused(Refusal.NotInThisState state) -> "refused in " + state.state();
            case Decision.Refused<Proposal, Refusal> refused -> name(refused.reason());
        };
    }

    private static String name(Object value) {
        return value.getClass().getSimpleName();
    }
}
