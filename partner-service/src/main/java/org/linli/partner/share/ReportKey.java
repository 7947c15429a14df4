package org.linli.partner.share;

import java.time.YearMonth;
import java.util.UUID;

/**
 * Names a report.
 *
 * @param version from 1 for each agreement and period
 */
public record ReportKey(UUID agreement, YearMonth period, int version) {

    /** Of the events about the agreement and period. */
    public String subject() {
        return agreement + "/" + period;
    }

    /**
     * Number of the revenue entry that a confirmation books. It names the agreement by the last twelve digits of its
     * id, which are random; that no two are the same is kept by the table.
     */
    public String entryNo() {
        return "SHARE-" + agreement.toString().substring(24) + "-" + period + "-" + version;
    }
}
