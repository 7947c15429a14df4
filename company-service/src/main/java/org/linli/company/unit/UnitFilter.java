package org.linli.company.unit;

import org.jspecify.annotations.Nullable;
import org.linli.platform.unit.UnitLevel;

/** @param text part of the name or code; empty for any */
record UnitFilter(@Nullable UnitLevel level, @Nullable UnitClass unitClass, String text) {}
