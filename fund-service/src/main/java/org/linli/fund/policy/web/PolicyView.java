package org.linli.fund.policy.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.fund.policy.BaseKind;
import org.linli.fund.policy.Carry;
import org.linli.fund.policy.ReturnPolicy;

import java.time.Instant;

@Schema(name = "Policy", description = "A declared version of a return policy")
record PolicyView(
        @Schema(description = "Absent on a dry run", example = "7") @Nullable
        String id,

        @Schema(description = "Subtree it binds; empty for everywhere", example = "440703006")
        String scope,

        @Schema(description = "Counts from 1 within the scope", example = "2")
        int version,

        @Schema(example = "GROSS_LESS_TAX") BaseKind base,
        @Schema(example = "0.2500") String rate,

        @Schema(description = "What becomes of a month in which refunds outweigh the income")
        Carry carry,

        @Schema(example = "2027-01") String effectiveFrom,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,

        @Schema(description = "What it would change; only on a dry run") @Nullable
        TrialView dryRun) {

    static PolicyView of(ReturnPolicy policy) {
        return new PolicyView(
                String.valueOf(policy.id()),
                policy.scope().prefix(),
                policy.version(),
                policy.terms().base(),
                policy.terms().rate().toString(),
                policy.terms().carry(),
                policy.effectiveFrom().toString(),
                policy.decidedBy(),
                policy.decidedAt(),
                null);
    }
}
