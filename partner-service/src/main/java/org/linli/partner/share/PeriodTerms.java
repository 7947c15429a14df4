package org.linli.partner.share;

import org.linli.partner.agreement.Version;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * Which version of an agreement counts for a period: the latest that was in force on its first day. What is signed
 * during a month counts from the next one on. Before any was in force it is the first version, so that an agreement
 * signed late counts from its first day. Hence the terms of a period are never changed from behind.
 */
public final class PeriodTerms {

    private PeriodTerms() {}

    /** @param signed versions signed by both, the oldest first; at least one */
    public static Version of(List<Version> signed, YearMonth period) {
        LocalDate first = period.atDay(1);
        return signed.stream()
                .filter(version -> !version.effectiveOn().orElseThrow().isAfter(first))
                .reduce((earlier, later) -> later)
                .orElse(signed.getFirst());
    }
}
