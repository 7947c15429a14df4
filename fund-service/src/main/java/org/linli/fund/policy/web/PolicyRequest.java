package org.linli.fund.policy.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.fund.period.Periods;
import org.linli.fund.policy.BaseKind;
import org.linli.fund.policy.Carry;
import org.linli.fund.policy.PolicyProposal;
import org.linli.fund.policy.PolicyScope;
import org.linli.fund.policy.Rate;
import org.linli.fund.policy.Terms;
import org.linli.fund.web.Fields;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

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
        Fields fields = new Fields();
        PolicyScope readScope = fields.read("scope", scope, PolicyScope.parse(scope), PolicyScope.EXPECTED);
        BaseKind readBase = fields.read("base", base, baseKind(base), "one of " + Arrays.toString(BaseKind.values()));
        Rate readRate = fields.read("rate", rate, Rate.parse(rate), Rate.EXPECTED);
        Carry readCarry = fields.read("carry", carry, carry(carry), "one of " + Arrays.toString(Carry.values()));
        YearMonth from = fields.read("effectiveFrom", effectiveFrom, Periods.parse(effectiveFrom), Periods.EXPECTED);
        fields.complain("The policy is not valid");
        return new PolicyProposal(
                Objects.requireNonNull(readScope),
                new Terms(
                        Objects.requireNonNull(readBase),
                        Objects.requireNonNull(readRate),
                        Objects.requireNonNull(readCarry)),
                Objects.requireNonNull(from));
    }

    private static Optional<BaseKind> baseKind(@Nullable String name) {
        return Arrays.stream(BaseKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }

    private static Optional<Carry> carry(@Nullable String name) {
        return name == null
                ? Optional.of(Carry.NONE)
                : Arrays.stream(Carry.values())
                        .filter(carry -> carry.name().equals(name))
                        .findFirst();
    }
}
