package org.linli.platform.unitregistry;

import org.jspecify.annotations.Nullable;
import org.linli.platform.unit.UnitCode;

/**
 * What this service knows of a unit.
 *
 * @param sequence of the event it was learnt from
 */
record UnitCopy(UnitCode code, String name, @Nullable String unitClass, long sequence) {}
