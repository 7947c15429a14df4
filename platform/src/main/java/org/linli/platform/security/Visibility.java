package org.linli.platform.security;

import org.jspecify.annotations.Nullable;
import org.linli.platform.unit.Scope;

import java.util.Map;
import java.util.UUID;

/**
 * Which rows a caller sees and changes: those of units within a scope, and those of the one owner that they act for. Every
 * repository method that returns or changes rows takes one, or a {@link Scope} where rows have no owner but their unit.
 *
 * @param scope nowhere for who is of no unit
 * @param owner absent for who acts for none
 * @param drafts whether also what its owner has not shown to a unit yet, as the service itself does
 */
public record Visibility(Scope scope, @Nullable UUID owner, boolean drafts) {

    /** No row has this owner. */
    private static final UUID NOBODY = new UUID(0, 0);

    private static final Visibility SYSTEM = new Visibility(Scope.everywhere(), null, true);

    /** Everything, for the service itself: never for what a caller asks. */
    public static Visibility system() {
        return SYSTEM;
    }

    public static Visibility of(Scope scope) {
        return new Visibility(scope, null, false);
    }

    public static Visibility ofOwner(UUID owner) {
        return new Visibility(Scope.nowhere(), owner, false);
    }

    /** The units of a caller who is staff there; nothing for others. */
    public static Visibility ofStaff(Actor actor) {
        return of(actor.isStaff() ? actor.scope() : Scope.nowhere());
    }

    public Visibility withOwner(UUID own) {
        return new Visibility(scope, own, drafts);
    }

    /** The owner's part alone. */
    public Visibility ownerOnly() {
        return new Visibility(Scope.nowhere(), owner, false);
    }

    /** The same, with the units' part narrowed to a subtree. */
    public Visibility narrowedTo(@Nullable String prefix) {
        return new Visibility(scope.narrowedTo(prefix), owner, drafts);
    }

    /** For SQL, where an absent owner must match no row. */
    public UUID ownerOrNobody() {
        return owner == null ? NOBODY : owner;
    }

    /** For SQL, on a table that has {@code unit_code} and a column for its owner; its parameters are {@link #values()}. */
    public static String condition(String table, String ownerColumn) {
        return "(" + table + ".unit_code LIKE ANY(:scope) OR " + table + "." + ownerColumn + " = :owner)";
    }

    public Map<String, Object> values() {
        return Map.of("scope", scope.likePatterns(), "owner", ownerOrNobody());
    }
}
