package org.linli.partner.partner;

import org.jspecify.annotations.Nullable;

/**
 * How a partner stands in a street.
 *
 * @param reason as HQ gave it; absent where nothing was ever said, which counts as active
 */
public record Standing(StandingState state, @Nullable String reason) {

    static final Standing UNSAID = new Standing(StandingState.ACTIVE, null);

    public boolean isActive() {
        return state == StandingState.ACTIVE;
    }
}
