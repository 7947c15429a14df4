package org.linli.partner.room;

import io.swagger.v3.oas.annotations.media.Schema;

/** Whose use it is. */
@Schema(name = "BookingKind")
public enum BookingKind {
    /** Residents, booked by the branch for them. */
    RESIDENT,
    /** The branch's own office work: at most a fifth of the opening time. */
    OFFICE,
    /** A partner's service. */
    SERVICE
}
