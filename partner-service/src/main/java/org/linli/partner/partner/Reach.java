package org.linli.partner.partner;

import org.jspecify.annotations.Nullable;
import org.linli.platform.unit.Scope;

import java.util.Map;
import java.util.UUID;

/**
 * What a caller sees and moves of things between units and partners: those of units within the scope, and those of the
 * partner that they act for.
 *
 * @param scope nowhere for who is no staff
 * @param partner absent for staff alone
 */
public record Reach(Scope scope, @Nullable UUID partner) {

    private static final UUID NOBODY = new UUID(0, 0);

    public static Reach ofStaff(Scope scope) {
        return new Reach(scope, null);
    }

    /** The partner's part alone. */
    public Reach ofPartner() {
        return new Reach(Scope.nowhere(), partner);
    }

    /** The same, with the staff's part narrowed to a subtree. */
    public Reach narrowedTo(@Nullable String prefix) {
        return new Reach(scope.narrowedTo(prefix), partner);
    }

    /** For SQL, on a table that has {@code unit_code} and {@code partner_id}; its parameters are {@link #values()}. */
    public static String condition(String table) {
        return "(" + table + ".unit_code LIKE ANY(:scope) OR " + table + ".partner_id = :partner)";
    }

    public Map<String, Object> values() {
        return Map.of("scope", scope.likePatterns(), "partner", partner == null ? NOBODY : partner);
    }
}
