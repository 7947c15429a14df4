package org.linli.partner.call.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.partner.call.CallTerms;
import org.linli.partner.call.CooperationMode;
import org.linli.partner.call.Criterion;
import org.linli.partner.call.DocumentRequirement;
import org.linli.partner.call.application.StoredCall;
import org.linli.platform.unit.UnitCode;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Schema(name = "PublicCall", description = "A call as everybody sees it: who wrote it is left out")
record PublicCallView(
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

        @Schema(description = "PUBLISHED or CLOSED", example = "PUBLISHED")
        String state,

        long version) {

    static PublicCallView of(StoredCall found, Instant at) {
        CallTerms terms = found.call().terms();
        return new PublicCallView(
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
                found.version());
    }
}
