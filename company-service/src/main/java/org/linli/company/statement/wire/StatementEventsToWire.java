package org.linli.company.statement.wire;

import org.jspecify.annotations.Nullable;
import org.linli.company.statement.Statement;
import org.linli.company.statement.StatementId;
import org.linli.company.statement.StatementLine;
import org.linli.company.statement.Totals;
import org.linli.platform.event.OutgoingEvent;

import java.util.List;

/** Makes the events of topic {@value #TOPIC} out of what happened to a statement. */
public final class StatementEventsToWire {

    public static final String TOPIC = "linli.company.revenue-statement";

    private StatementEventsToWire() {}

    public static OutgoingEvent submitted(Statement.Submitted submitted, long sequence) {
        StatementId id = submitted.id();
        return event(
                "submitted",
                id,
                sequence,
                new SubmittedV1(
                        id.toString(),
                        id.unit().value(),
                        id.period().toString(),
                        id.version(),
                        submitted.submittedBy(),
                        submitted.totals()));
    }

    public static OutgoingEvent withdrawn(StatementId id, String by, long sequence) {
        return event(
                "withdrawn",
                id,
                sequence,
                new WithdrawnV1(id.toString(), id.unit().value(), id.period().toString(), id.version(), by));
    }

    public static OutgoingEvent returned(Statement.Returned returned, long sequence) {
        StatementId id = returned.id();
        return event(
                "returned",
                id,
                sequence,
                new ReturnedV1(
                        id.toString(),
                        id.unit().value(),
                        id.period().toString(),
                        id.version(),
                        returned.returnedBy(),
                        returned.reasons()));
    }

    public static OutgoingEvent accepted(
            Statement.Accepted accepted, @Nullable String unitClass, List<StatementLine> lines, long sequence) {
        return event("accepted", accepted.id(), sequence, StatementAcceptedV1.of(accepted, unitClass, lines));
    }

    private static OutgoingEvent event(String what, StatementId id, long sequence, Object data) {
        String subject = id.unit() + "/" + id.period();
        return new OutgoingEvent(
                TOPIC, TOPIC + "." + what + ".v1", subject, id.unit().value(), sequence, data);
    }

    record SubmittedV1(
            String statementId, String unit, String period, int version, String submittedBy, Totals totals) {}

    record WithdrawnV1(String statementId, String unit, String period, int version, String withdrawnBy) {}

    record ReturnedV1(
            String statementId, String unit, String period, int version, String returnedBy, List<String> reasons) {}
}
