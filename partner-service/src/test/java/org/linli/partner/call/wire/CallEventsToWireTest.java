package org.linli.partner.call.wire;

import org.junit.jupiter.api.Test;
import org.linli.partner.call.CallCommand;
import org.linli.partner.call.CallFixtures;
import org.linli.partner.call.OpenCall;
import org.linli.platform.event.OutgoingEvent;
import org.linli.platform.testing.GoldenEvents;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.partner.call.CallFixtures.BEFORE;
import static org.linli.partner.call.CallFixtures.DEADLINE;
import static org.linli.partner.call.CallFixtures.ID;
import static org.linli.partner.call.CallFixtures.terms;

/** What is written down under {@code docs/events} is what leaves this service. */
class CallEventsToWireTest {

    private static final OpenCall CANCELLED = new OpenCall.Cancelled(ID, terms(), "场地改作他用", BEFORE);
    private static final List<OutgoingEvent> EVENTS = Stream.of(
                    CallEventsToWire.of(CallFixtures.published(), new CallCommand.Publish(), "head107", 1),
                    CallEventsToWire.of(
                            CallFixtures.published(),
                            new CallCommand.Extend(Instant.parse("2027-02-28T16:00:00Z"), "应多位合伙人要求"),
                            "head107",
                            2),
                    CallEventsToWire.of(
                            new OpenCall.Closed(ID, terms(), BEFORE, DEADLINE), new CallCommand.Close(), "clock", 3),
                    CallEventsToWire.of(CANCELLED, new CallCommand.Cancel("场地改作他用"), "head107", 4))
            .flatMap(List::stream)
            .toList();

    @Test
    void writes_each_event_as_documented() {
        assertThat(EVENTS).hasSize(4).allSatisfy(GoldenEvents::assertDocumented);
    }

    @Test
    void every_documented_type_is_written() {
        assertThat(GoldenEvents.typesOf("partner"))
                .filteredOn(type -> type.startsWith(CallEventsToWire.TOPIC + "."))
                .containsExactlyInAnyOrderElementsOf(
                        EVENTS.stream().map(OutgoingEvent::type).toList());
    }

    @Test
    void names_the_call_as_subject_and_its_unit_as_key() {
        assertThat(EVENTS).allSatisfy(event -> {
            assertThat(event.subject()).isEqualTo(ID.toString());
            assertThat(event.key()).isEqualTo("440703006107");
        });
        assertThat(EVENTS).extracting(OutgoingEvent::sequence).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void nobody_hears_of_a_draft() {
        OpenCall never = new OpenCall.Cancelled(ID, terms(), "why", null);
        assertThat(CallEventsToWire.of(never, new CallCommand.Cancel("why"), "head107", 1))
                .isEmpty();
        assertThat(CallEventsToWire.of(new OpenCall.Draft(ID, terms()), new CallCommand.Edit(terms()), "head107", 1))
                .isEmpty();
    }
}
