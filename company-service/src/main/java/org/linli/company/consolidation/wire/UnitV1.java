package org.linli.company.consolidation.wire;

import org.jspecify.annotations.Nullable;
import org.linli.company.consolidation.Unit;
import org.linli.platform.event.PoisonEvent;
import org.linli.platform.unit.UnitCode;

import java.util.Set;

/** What the consolidation needs of a unit's registration or change: both tell the unit as it now is. */
public record UnitV1(
        @Nullable String code,
        @Nullable String name,
        @Nullable String unitClass) {

    public static final String TOPIC = "linli.company.unit";
    public static final Set<String> TYPES = Set.of("linli.company.unit.registered.v1", "linli.company.unit.changed.v1");

    /** @throws PoisonEvent where a field is missing or is not what it should be */
    public Unit toDomain() {
        return new Unit(
                UnitCode.parse(code).orElseThrow(() -> new PoisonEvent("code is no unit code: " + code)),
                Texts.storable("name", name),
                Texts.optional("unitClass", unitClass));
    }
}
