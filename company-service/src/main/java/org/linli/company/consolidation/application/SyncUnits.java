package org.linli.company.consolidation.application;

import org.linli.company.consolidation.Unit;
import org.linli.company.consolidation.store.UnitNames;
import org.linli.company.consolidation.wire.UnitV1;
import org.linli.platform.event.IncomingEvent;
import org.linli.platform.inbox.EventConsumer;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps HQ's own copy of the unit registry, so that figures can be shown with names. */
@Component
class SyncUnits implements EventConsumer {

    private final UnitNames units;

    SyncUnits(UnitNames units) {
        this.units = units;
    }

    @Override
    public String name() {
        return "company.consolidation-units";
    }

    @Override
    public Set<String> topics() {
        return Set.of(UnitV1.TOPIC);
    }

    @Override
    public Mono<Void> apply(List<IncomingEvent> events) {
        return Mono.defer(() -> units.keep(Scope.everywhere(), latest(events)));
    }

    private static List<Unit> latest(List<IncomingEvent> events) {
        Map<UnitCode, Unit> latest = new LinkedHashMap<>();
        events.stream()
                .filter(event -> UnitV1.TYPES.contains(event.type()))
                .map(event -> event.as(UnitV1.class).toDomain())
                .forEach(unit -> latest.put(unit.code(), unit));
        return latest.values().stream()
                .sorted((one, other) -> one.code().compareTo(other.code()))
                .toList();
    }
}
