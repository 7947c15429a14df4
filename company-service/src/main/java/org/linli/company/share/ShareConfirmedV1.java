package org.linli.company.share;

import org.jspecify.annotations.Nullable;
import org.linli.company.entry.EntryDraft;

/**
 * This role's own reading of {@value #TYPE}: of all that the event holds only what an entry needs, as text, so that the
 * rules of entries judge it.
 *
 * @param change difference to the share booked before, in yuan; negative where a correction takes some back
 * @param tax part of the change
 */
record ShareConfirmedV1(
        @Nullable String shareId,
        @Nullable String partner,
        @Nullable String unit,
        @Nullable String period,
        @Nullable String line,
        @Nullable String project,
        @Nullable String change,
        @Nullable String tax,
        @Nullable String entryNo,
        @Nullable String date,
        @Nullable String confirmedBy) {

    static final String TOPIC = "linli.partner.share";
    static final String TYPE = "linli.partner.share.confirmed.v1";

    private static final String NOTHING = "0.00";

    /** A correction that moves no money books nothing. */
    boolean movesNothing() {
        return NOTHING.equals(change);
    }

    EntryDraft draft() {
        return new EntryDraft(
                entryNo,
                unit,
                period,
                date,
                line,
                project,
                null,
                partner,
                change,
                tax,
                NOTHING,
                "合伙人返还 share " + shareId + ", confirmed by " + confirmedBy);
    }
}
