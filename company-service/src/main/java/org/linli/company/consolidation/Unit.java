package org.linli.company.consolidation;

import org.jspecify.annotations.Nullable;
import org.linli.platform.unit.UnitCode;

/** A unit as the registry last described it. */
public record Unit(UnitCode code, String name, @Nullable String unitClass) {}
