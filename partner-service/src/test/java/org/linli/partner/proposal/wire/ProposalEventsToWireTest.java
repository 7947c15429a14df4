package org.linli.partner.proposal.wire;

import org.junit.jupiter.api.Test;
import org.linli.partner.call.CallFixtures;
import org.linli.partner.call.application.StoredCall;
import org.linli.partner.proposal.Proposal;
import org.linli.partner.proposal.ProposalCommand;
import org.linli.partner.proposal.ProposalFixtures;
import org.linli.partner.proposal.Remark;
import org.linli.partner.proposal.application.Transition;
import org.linli.platform.event.OutgoingEvent;
import org.linli.platform.testing.GoldenEvents;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.partner.proposal.ProposalFixtures.AT;
import static org.linli.partner.proposal.ProposalFixtures.ID;

/** What is written down under {@code docs/events} is what leaves this service. */
class ProposalEventsToWireTest {

    private static final List<String> FOR = List.of("居民评价高");
    private static final List<String> AGAINST = List.of("与需求不符");
    private static final List<Remark> REMARKS = List.of(new Remark("priceYuan", "请说明价格如何得出"));

    private static final List<OutgoingEvent> EVENTS = Stream.of(
                    of(new ProposalCommand.Submit("moxiang"), new Proposal.Submitted(ID, "moxiang", AT), AT),
                    of(
                            new ProposalCommand.RequestChanges("clerk107", REMARKS),
                            new Proposal.NeedsChanges(ID, REMARKS),
                            AT),
                    of(new ProposalCommand.StartTrial("head107"), new Proposal.InTrial(ID), AT),
                    of(new ProposalCommand.Accept("head107", FOR), new Proposal.Accepted(ID, FOR, "head107", AT), AT),
                    of(
                            new ProposalCommand.Reject("head107", AGAINST),
                            new Proposal.Rejected(ID, AGAINST, "head107", AT),
                            AT),
                    of(new ProposalCommand.Withdraw("moxiang"), new Proposal.Withdrawn(ID), AT),
                    of(new ProposalCommand.Expire("clock"), new Proposal.Expired(ID), CallFixtures.DEADLINE))
            .flatMap(List::stream)
            .toList();

    private static List<OutgoingEvent> of(ProposalCommand command, Proposal next, Instant at) {
        var call = new StoredCall(CallFixtures.published(), 2, 1, "石冲社区", "clerk107", AT);
        var before = ProposalFixtures.recorded(new Proposal.Draft(ID), 2, 4);
        return ProposalEventsToWire.of(new Transition(before, next, command, call, at));
    }

    @Test
    void writes_each_event_as_documented() {
        assertThat(EVENTS).hasSize(7).allSatisfy(GoldenEvents::assertDocumented);
    }

    @Test
    void every_documented_type_is_written() {
        assertThat(GoldenEvents.typesOf("partner"))
                .filteredOn(type -> type.startsWith(ProposalEventsToWire.TOPIC + "."))
                .containsExactlyInAnyOrderElementsOf(
                        EVENTS.stream().map(OutgoingEvent::type).toList());
    }

    @Test
    void names_the_proposal_as_subject_the_unit_as_key_and_counts_on() {
        assertThat(EVENTS).allSatisfy(event -> {
            assertThat(event.subject()).isEqualTo(ID.toString());
            assertThat(event.key()).isEqualTo("440703006107");
            assertThat(event.sequence()).isEqualTo(5);
        });
    }
}
