package org.linli.company.unit;

import org.jspecify.annotations.Nullable;
import org.linli.platform.unit.UnitCode;

/**
 * A unit of any tier.
 *
 * @param name 1 to 100 characters; the code itself where only the code is known yet
 * @param unitClass of branches only, once HQ has set it
 * @param creditCode unified social credit code (GB 32100-2015) of the unit's company, 18 characters
 */
public record Unit(
        UnitCode code,
        String name,
        @Nullable UnitClass unitClass,
        @Nullable String creditCode) {

    /** A tier of which only the code is known: made when a unit under it is registered. */
    static Unit namedByCode(UnitCode code) {
        return new Unit(code, code.value(), null, null);
    }

    boolean isNamedByCode() {
        return name.equals(code.value());
    }
}
