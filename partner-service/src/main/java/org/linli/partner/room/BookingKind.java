package org.linli.partner.room;

/** Whose use it is. */
public enum BookingKind {
    /** Residents, booked by the branch for them. */
    RESIDENT,
    /** The branch's own office work: at most a fifth of the opening time. */
    OFFICE,
    /** A partner's service. */
    SERVICE
}
