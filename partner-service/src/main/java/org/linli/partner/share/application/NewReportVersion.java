package org.linli.partner.share.application;

import org.jspecify.annotations.Nullable;
import org.linli.partner.agreement.Parties;
import org.linli.partner.agreement.Version;
import org.linli.partner.share.TurnoverReport;

import java.util.List;

/** A report that is to be kept. */
public record NewReportVersion(
        TurnoverReport.Reported report,
        Parties parties,
        Version terms,
        List<String> evidence,
        @Nullable String note,
        int daysLate) {}
