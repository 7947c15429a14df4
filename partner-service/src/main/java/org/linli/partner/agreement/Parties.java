package org.linli.partner.agreement;

import org.jspecify.annotations.Nullable;
import org.linli.platform.unit.UnitCode;

import java.util.UUID;

/**
 * Whom an agreement binds and what it rests on.
 *
 * @param proposal the accepted one
 * @param predecessor the agreement that this one renews
 */
public record Parties(
        UUID id,
        UnitCode unit,
        UUID partner,
        UUID proposal,
        @Nullable UUID predecessor) {}
