package org.linli.company.unit;

import org.jspecify.annotations.Nullable;
import org.linli.platform.event.OutgoingEvent;

import java.util.Locale;

/** A unit as it is after it was registered or changed: data of {@code linli.company.unit.registered.v1} and changed. */
record UnitEventV1(String code, String name, @Nullable String unitClass, String level) {

    static final String TOPIC = "linli.company.unit";

    static OutgoingEvent registered(Unit unit) {
        return event("registered", unit, 1);
    }

    static OutgoingEvent changed(Unit unit, long sequence) {
        return event("changed", unit, sequence);
    }

    private static OutgoingEvent event(String what, Unit unit, long sequence) {
        String code = unit.code().value();
        UnitEventV1 data = new UnitEventV1(
                code,
                unit.name(),
                unit.unitClass() == null ? null : unit.unitClass().name(),
                unit.code().level().name().toUpperCase(Locale.ROOT));
        return new OutgoingEvent(TOPIC, TOPIC + "." + what + ".v1", code, code, sequence, data);
    }
}
