package org.linli.partner.agreement;

import org.jspecify.annotations.Nullable;
import org.linli.platform.unit.Scope;

import java.util.UUID;

/**
 * Which agreements a caller may see: those of branches within the scope, and those of the partner it acts for.
 *
 * @param partner absent for staff alone
 */
public record Reach(Scope scope, @Nullable UUID partner) {

    private static final UUID NOBODY = new UUID(0, 0);

    public static Reach ofStaff(Scope scope) {
        return new Reach(scope, null);
    }

    public static Reach ofPartner(UUID partner) {
        return new Reach(Scope.nowhere(), partner);
    }

    /** The same, with the staff's part narrowed to a subtree. */
    public Reach narrowedTo(@Nullable String prefix) {
        return new Reach(scope.narrowedTo(prefix), partner);
    }

    /** For SQL: the partner, or an id that nobody has. */
    public UUID partnerOrNobody() {
        return partner == null ? NOBODY : partner;
    }

    /** Beside {@code a.unit_code} and {@code a.partner_id}; binds {@code scope} and {@code partner}. */
    public static final String CONDITION = "(a.unit_code LIKE ANY(:scope) OR a.partner_id = :partner)";
}
