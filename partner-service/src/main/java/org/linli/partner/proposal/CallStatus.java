package org.linli.partner.proposal;

/** How the call stands that a proposal answers, at the time of a decision. */
public enum CallStatus {
    /** Takes proposals. */
    OPEN,
    /** By a person or by its deadline; what was submitted is reviewed. */
    CLOSED,
    /** Taken back: nothing goes forward any more. */
    CANCELLED
}
