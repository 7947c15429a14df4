package org.linli.fund.ledger;

/** What an entry was booked for. */
public enum EntryKind {
    /** A branch's first accepted statement of a period. */
    ACCRUAL,
    /** The difference that a later accepted version makes. */
    CORRECTION,
    /** Money moved to cover an obligation. */
    FUNDING
}
