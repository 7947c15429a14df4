package org.linli.partner.share.application;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.security.Visibility;
import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.List;

/** Reports that should be there and are not. */
public interface LateReports {

    /** By agreement and period. */
    Mono<Page<LateReport>> page(Visibility visibility, String within, LocalDate today, PageRequest page);

    /** Marks those that were not brought to mind for so many days, up to so many at once. @return them */
    Mono<List<LateReport>> remind(Visibility visibility, LocalDate today, int everyDays, int limit);

    /** @param reminders how often it was brought to mind; @param remindedOn last */
    @Schema(name = "LateReport")
    record LateReport(
            String agreementId,
            String unit,
            @Nullable String unitName,
            String partnerId,
            String partner,
            String title,
            String period,
            String dueOn,
            int daysLate,
            int reminders,
            @Nullable String remindedOn) {}
}
