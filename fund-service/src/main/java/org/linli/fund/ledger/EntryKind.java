package org.linli.fund.ledger;

import io.swagger.v3.oas.annotations.media.Schema;

/** What an entry was booked for. */
@Schema(name = "EntryKind")
public enum EntryKind {
    /** A branch's first accepted statement of a period. */
    ACCRUAL,
    /** The difference that a later accepted version makes. */
    CORRECTION,
    /** The difference that another month's negative base makes. */
    CARRY,
    /** Money moved to cover an obligation. */
    FUNDING,
    /** That money went back: the funding's entry the other way round. */
    FUNDING_REVERSAL
}
