package org.linli.company.consolidation;

import org.jspecify.annotations.Nullable;
import org.linli.platform.unit.UnitCode;

/**
 * A sale between two units is eliminated where both lie inside the consolidated scope, and counts where only one does.
 *
 * <p>Source: the street's practice of consolidation; a counterparty may be any unit, the street company included.
 */
public final class Elimination {

    private Elimination() {}

    public static boolean holds(UnitCode scope, UnitCode branch, @Nullable UnitCode counterparty) {
        return counterparty != null && branch.isWithin(scope.value()) && counterparty.isWithin(scope.value());
    }
}
