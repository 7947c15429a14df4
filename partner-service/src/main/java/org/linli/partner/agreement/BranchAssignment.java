package org.linli.partner.agreement;

import org.jspecify.annotations.Nullable;
import org.linli.platform.unit.UnitCode;

/** Which branch carries an agreement out: it signs for the public side, and the share is its revenue. */
public sealed interface BranchAssignment {

    record At(UnitCode branch) implements BranchAssignment {}

    record Refused(Refusal reason) implements BranchAssignment {}

    /**
     * A branch's own call leaves no choice; of a street's call the street company names the branch.
     *
     * @param decidedBy unit of the call that was answered
     * @param named by the caller, absent where it says nothing
     */
    static BranchAssignment of(UnitCode decidedBy, @Nullable UnitCode named) {
        if (named == null) {
            return decidedBy.isCommunity()
                    ? new At(decidedBy)
                    : new Refused(new Refusal.BranchNotNamed(decidedBy.value()));
        }
        return named.isCommunity() && named.isWithin(decidedBy.value())
                ? new At(named)
                : new Refused(new Refusal.BranchElsewhere(decidedBy.value()));
    }
}
