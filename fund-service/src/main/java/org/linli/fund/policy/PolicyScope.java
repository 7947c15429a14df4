package org.linli.fund.policy;

import org.jspecify.annotations.Nullable;
import org.linli.platform.unit.UnitCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The subtree that a policy binds: everywhere (the empty prefix), or a city, district, street or one branch.
 *
 * @param prefix empty or a unit code of 4, 6, 9 or 12 digits
 */
public record PolicyScope(String prefix) {

    /** What a scope must look like, in words for an error message. */
    public static final String EXPECTED = "empty for everywhere, or " + UnitCode.EXPECTED;

    public static final PolicyScope EVERYWHERE = new PolicyScope("");

    /** @throws IllegalArgumentException unless the prefix is empty or a unit code */
    public PolicyScope {
        if (!prefix.isEmpty() && UnitCode.parse(prefix).isEmpty()) {
            throw new IllegalArgumentException("not " + EXPECTED);
        }
    }

    public static PolicyScope of(UnitCode unit) {
        return new PolicyScope(unit.value());
    }

    /** A code filled up with zeros names no subtree that anything lies in. */
    public static Optional<PolicyScope> parse(@Nullable String text) {
        return text != null
                        && (text.isEmpty()
                                || UnitCode.parse(text)
                                        .filter(code -> code.filledUp().isEmpty())
                                        .isPresent())
                ? Optional.of(new PolicyScope(text))
                : Optional.empty();
    }

    /** This scope, then each wider one, up to everywhere. */
    public List<PolicyScope> lineage() {
        List<PolicyScope> scopes = new ArrayList<>();
        UnitCode.parse(prefix).ifPresent(unit -> unit.lineage().forEach(code -> scopes.add(of(code))));
        scopes.add(EVERYWHERE);
        return scopes;
    }

    /** Every wider scope, the nearest first. */
    public List<PolicyScope> wider() {
        return lineage().stream().skip(1).toList();
    }

    /** Whether this is a single branch and not a subtree of several. */
    public boolean isBranch() {
        return UnitCode.parse(prefix).map(UnitCode::isCommunity).orElse(false);
    }
}
