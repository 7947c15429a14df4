package org.linli.platform.unitregistry;

import org.jspecify.annotations.Nullable;
import org.linli.platform.event.IncomingEvent;
import org.linli.platform.event.PoisonEvent;
import org.linli.platform.inbox.EventConsumer;
import org.linli.platform.unit.UnitCode;
import reactor.core.publisher.Mono;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps the local copy of the unit registry up to date. */
class UnitEventsListener implements EventConsumer {

    static final String TOPIC = "linli.company.unit";

    private static final Set<String> KNOWN =
            Set.of("linli.company.unit.registered.v1", "linli.company.unit.changed.v1");

    private final String name;
    private final UnitCopies copies;

    UnitEventsListener(String name, UnitCopies copies) {
        this.name = name;
        this.copies = copies;
    }

    /** This service's own reading of a unit event. */
    record UnitV1(
            @Nullable String code,
            @Nullable String name,
            @Nullable String unitClass) {}

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> topics() {
        return Set.of(TOPIC);
    }

    @Override
    public Mono<Void> apply(List<IncomingEvent> events) {
        Map<String, UnitCopy> latest = new LinkedHashMap<>();
        events.stream()
                .filter(event -> KNOWN.contains(event.type()))
                .map(UnitEventsListener::copy)
                .forEach(copy -> latest.put(copy.code().value(), copy));
        Collection<UnitCopy> changed = latest.values();
        return changed.isEmpty() ? Mono.empty() : copies.keep(List.copyOf(changed));
    }

    static UnitCopy copy(IncomingEvent event) {
        UnitV1 unit = event.as(UnitV1.class);
        UnitCode code = UnitCode.parse(unit.code())
                .orElseThrow(() -> new PoisonEvent("code is not " + UnitCode.EXPECTED + ": " + unit.code()));
        if (unit.name() == null || unit.name().isBlank()) {
            throw new PoisonEvent("unit " + code + " has no name");
        }
        return new UnitCopy(code, unit.name(), unit.unitClass(), event.sequence());
    }
}
