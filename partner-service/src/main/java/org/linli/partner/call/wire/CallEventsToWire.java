package org.linli.partner.call.wire;

import org.linli.partner.call.CallCommand;
import org.linli.partner.call.CallTerms;
import org.linli.partner.call.CooperationMode;
import org.linli.partner.call.Criterion;
import org.linli.partner.call.DocumentRequirement;
import org.linli.partner.call.OpenCall;
import org.linli.platform.event.OutgoingEvent;

import java.util.List;

/** Makes the events of topic {@value #TOPIC} out of what happened to a call. Drafts are nobody else's business. */
public final class CallEventsToWire {

    public static final String TOPIC = "linli.partner.open-call";

    private CallEventsToWire() {}

    /**
     * @param next state after the command
     * @param sequence of the event, if there is one
     */
    public static List<OutgoingEvent> of(OpenCall next, CallCommand command, String by, long sequence) {
        return switch (command) {
            case CallCommand.Edit _ -> List.of();
            case CallCommand.Publish _ -> List.of(event("published", next, sequence, PublishedV1.of(next, by)));
            case CallCommand.Extend extend ->
                List.of(event(
                        "extended",
                        next,
                        sequence,
                        new ExtendedV1(
                                next.id().toString(),
                                next.terms().unit().value(),
                                extend.deadline().toString(),
                                extend.reason(),
                                by)));
            case CallCommand.Close _ ->
                List.of(event(
                        "closed",
                        next,
                        sequence,
                        new ClosedV1(next.id().toString(), next.terms().unit().value(), closedAt(next), by)));
            case CallCommand.Cancel _ when neverSeen(next) -> List.of();
            case CallCommand.Cancel cancel ->
                List.of(event(
                        "cancelled",
                        next,
                        sequence,
                        new CancelledV1(
                                next.id().toString(), next.terms().unit().value(), cancel.reason(), by)));
        };
    }

    private static boolean neverSeen(OpenCall call) {
        return call instanceof OpenCall.Cancelled cancelled && cancelled.publishedAt() == null;
    }

    private static String closedAt(OpenCall call) {
        return call instanceof OpenCall.Closed closed ? closed.closedAt().toString() : "";
    }

    private static OutgoingEvent event(String what, OpenCall call, long sequence, Object data) {
        return new OutgoingEvent(
                TOPIC,
                TOPIC + "." + what + ".v1",
                call.id().toString(),
                call.terms().unit().value(),
                sequence,
                data);
    }

    record PublishedV1(
            String callId,
            String unit,
            String title,
            List<String> modes,
            String line,
            String deadline,
            List<Criterion> criteria,
            List<DocumentRequirement> documents,
            String publishedBy) {

        static PublishedV1 of(OpenCall call, String by) {
            CallTerms terms = call.terms();
            return new PublishedV1(
                    call.id().toString(),
                    terms.unit().value(),
                    terms.title(),
                    terms.modes().stream().map(CooperationMode::name).toList(),
                    terms.line(),
                    terms.deadline().toString(),
                    terms.criteria(),
                    terms.documents(),
                    by);
        }
    }

    record ExtendedV1(String callId, String unit, String deadline, String reason, String extendedBy) {}

    record ClosedV1(String callId, String unit, String closedAt, String closedBy) {}

    record CancelledV1(String callId, String unit, String reason, String cancelledBy) {}
}
