package org.linli.platform.testing.history;

import org.jspecify.annotations.Nullable;

/**
 * A unit as it is registered.
 *
 * @param code 4, 6, 9 or 12 digits
 * @param name for people
 * @param unitClass one of the four classes, for a branch only
 */
public record Unit(String code, String name, @Nullable String unitClass) {

    /** Whether this is a community's branch company. */
    public boolean isBranch() {
        return code.length() == 12;
    }
}
