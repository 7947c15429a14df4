package org.linli.partner.room;

import org.jspecify.annotations.Nullable;
import org.linli.platform.unit.Scope;

import java.util.UUID;

/**
 * The bookings that a caller may see and move: those of units, and those of the partner that they act for.
 *
 * @param scope nowhere for who is no staff
 */
public record Reach(Scope scope, @Nullable UUID partner) {}
