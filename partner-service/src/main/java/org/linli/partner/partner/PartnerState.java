package org.linli.partner.partner;

import io.swagger.v3.oas.annotations.media.Schema;

/** Whether a partner may start something new in a street. */
@Schema(name = "StandingState")
public enum PartnerState {
    ACTIVE,
    SUSPENDED
}
