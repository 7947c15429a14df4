package org.linli.partner.partner;

import org.jspecify.annotations.Nullable;

/**
 * How a partner stands in a street.
 *
 * @param reason as HQ gave it; absent where nothing was ever said, which counts as active
 */
public record PartnerStatus(PartnerState state, @Nullable String reason) {

    static final PartnerStatus UNSAID = new PartnerStatus(PartnerState.ACTIVE, null);

    public boolean isActive() {
        return state == PartnerState.ACTIVE;
    }
}
