package org.linli.company.unit;

import io.swagger.v3.oas.annotations.media.Schema;
import org.linli.platform.event.OutgoingEvent;
import org.linli.platform.outbox.Outbox;
import org.linli.platform.problem.FieldError;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Registers units and changes them: each row by itself, so that a bad one holds up no good one. Tiers above a unit
 * that are not registered yet are made, named by their code. Runs inside the caller's transaction.
 */
@Service
class RegisterUnits {

    private final Units units;
    private final Outbox outbox;

    RegisterUnits(Units units, Outbox outbox) {
        this.units = units;
        this.outbox = outbox;
    }

    Mono<List<Row>> register(List<UnitDraft> drafts, Scope scope) {
        List<List<FieldError>> mistakes =
                drafts.stream().map(draft -> UnitRules.mistakes(draft, scope)).toList();
        List<UnitCode> touched = Stream.iterate(0, i -> i < drafts.size(), i -> i + 1)
                .filter(i -> mistakes.get(i).isEmpty())
                .flatMap(i -> drafts.get(i).toUnit().code().lineage().stream())
                .distinct()
                .sorted()
                .toList();
        return units.lock().then(units.registered(touched)).flatMap(known -> {
            Registration registration = new Registration(known);
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < drafts.size(); i++) {
                rows.add(
                        mistakes.get(i).isEmpty()
                                ? new Row(
                                        drafts.get(i).toUnit().code().value(),
                                        registration.put(drafts.get(i).toUnit()),
                                        List.of())
                                : new Row(String.valueOf(drafts.get(i).code()), Outcome.REFUSED, mistakes.get(i)));
            }
            return units.save(registration.saved.values())
                    .then(outbox.append(registration.events))
                    .thenReturn(rows);
        });
    }

    @Schema(name = "RegisterUnitOutcome")
    enum Outcome {
        CREATED,
        CHANGED,
        UNCHANGED,
        REFUSED
    }

    record Row(String code, Outcome outcome, List<FieldError> errors) {}

    /** What comes of the rows, one after the other, on top of what is registered. */
    private static final class Registration {

        private final Map<UnitCode, Units.Stored> known;
        private final Map<UnitCode, Units.Stored> saved = new LinkedHashMap<>();
        private final List<OutgoingEvent> events = new ArrayList<>();

        private Registration(Map<UnitCode, Units.Stored> known) {
            this.known = new LinkedHashMap<>(known);
        }

        private Outcome put(Unit unit) {
            unit.code().lineage().reversed().stream()
                    .filter(above -> !above.equals(unit.code()) && !known.containsKey(above))
                    .forEach(above -> save(Unit.namedByCode(above), 1));
            Units.Stored before = known.get(unit.code());
            if (before == null) {
                save(unit, 1);
                return Outcome.CREATED;
            }
            if (before.unit().equals(unit)) {
                return Outcome.UNCHANGED;
            }
            save(unit, before.sequence() + 1);
            return Outcome.CHANGED;
        }

        private void save(Unit unit, long sequence) {
            Units.Stored now = new Units.Stored(unit, sequence);
            known.put(unit.code(), now);
            saved.put(unit.code(), now);
            events.add(sequence == 1 ? UnitEventV1.registered(unit) : UnitEventV1.changed(unit, sequence));
        }
    }
}
