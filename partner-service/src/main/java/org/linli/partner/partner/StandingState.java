package org.linli.partner.partner;

/** Whether a partner may start something new in a street. */
public enum StandingState {
    ACTIVE,
    SUSPENDED
}
