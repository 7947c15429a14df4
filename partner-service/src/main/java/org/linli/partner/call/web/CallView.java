package org.linli.partner.call.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.partner.call.CallTerms;
import org.linli.partner.call.CooperationMode;
import org.linli.partner.call.Criterion;
import org.linli.partner.call.DocumentRequirement;
import org.linli.partner.call.OpenCall;
import org.linli.partner.call.application.StoredCall;
import org.linli.platform.history.HistoryStep;
import org.linli.platform.unit.UnitCode;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Schema(name = "Call", description = "A call as its unit sees it; the history only where one call is asked for")
record CallView(
        UUID id,
        UnitCode unit,
        @Nullable String unitName,
        String title,
        String seeking,
        List<CooperationMode> modes,
        String line,
        @Nullable String conditions,
        Instant deadline,
        List<Criterion> criteria,
        List<DocumentRequirement> documents,

        @Schema(description = "DRAFT, PUBLISHED, CLOSED or CANCELLED", example = "PUBLISHED")
        String state,

        @Schema(description = "Why it was cancelled") @Nullable
        String reason,

        long version,
        String createdBy,
        Instant createdAt,
        List<HistoryStep> history) {

    static CallView of(StoredCall found, Instant at) {
        return of(found, at, List.of());
    }

    static CallView of(StoredCall found, Instant at, List<HistoryStep> history) {
        CallTerms terms = found.call().terms();
        return new CallView(
                found.call().id(),
                terms.unit(),
                found.unitName(),
                terms.title(),
                terms.seeking(),
                terms.modes(),
                terms.line(),
                terms.conditions(),
                terms.deadline(),
                terms.criteria(),
                terms.documents(),
                found.call().state(at),
                found.call() instanceof OpenCall.Cancelled cancelled ? cancelled.reason() : null,
                found.version(),
                found.createdBy(),
                found.createdAt(),
                history);
    }
}
