package org.linli.fund.policy.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.fund.policy.BaseKind;
import org.linli.fund.policy.Carry;
import org.linli.fund.policy.PolicyProposal;
import org.linli.fund.policy.PolicyScope;
import org.linli.fund.policy.Rate;
import org.linli.fund.policy.Terms;
import org.linli.platform.request.Fields;

@Schema(name = "PolicyRequest", description = "A return policy to be declared for a subtree of units")
record PolicyRequest(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "Unit code of the subtree it binds; empty for everywhere",
                example = "440703006")
        @Nullable
        String scope,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "What the rate is applied to",
                example = "GROSS_LESS_TAX",
                allowableValues = {"GROSS", "GROSS_LESS_TAX", "GROSS_LESS_TAX_AND_DIRECT_COST"})
        @Nullable
        String base,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "Share that goes back, 0.2000 to 1.0000, up to four places",
                example = "0.2500")
        @Nullable
        String rate,

        @Schema(
                description =
                        "What becomes of a month in which refunds outweigh the income: NONE, as when absent, lowers"
                                + " no other month; YEAR lets other months of the calendar year take it up",
                example = "NONE",
                allowableValues = {"NONE", "YEAR"})
        @Nullable
        String carry,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "First period that it binds",
                example = "2027-01")
        @Nullable
        String effectiveFrom) {

    /** @throws org.linli.platform.problem.ProblemException (422) with every field at fault */
    PolicyProposal toProposal() {
        return Fields.read(
                "The policy is not valid",
                fields -> new PolicyProposal(
                        fields.value(
                                "scope", scope, PolicyScope.parse(scope), PolicyScope.EXPECTED, PolicyScope.EVERYWHERE),
                        new Terms(
                                fields.oneOf("base", base, BaseKind.class),
                                fields.value("rate", rate, Rate.parse(rate), Rate.EXPECTED, Rate.FLOOR),
                                carry == null ? Carry.NONE : fields.oneOf("carry", carry, Carry.class)),
                        fields.period("effectiveFrom", effectiveFrom)));
    }
}
