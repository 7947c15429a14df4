package org.linli.fund.compliance;

import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.platform.file.TableFile;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

@Schema(name = "ComplianceRow", description = "Owed against funded for a branch, a subtree or a period")
record ComplianceRow(
        @Schema(description = "Unit code or period", example = "440703006101")
        String key,

        @Schema(description = "Of the unit, where it is known") @Nullable
        String name,

        @Schema(description = "Sum of the bases, negative ones included", example = "61728.00")
        Money base,

        @Schema(
                description = "Rate asked for: the frozen rates, weighted by what they are applied to, rounded up",
                example = "0.2000")
        String rate,

        @Schema(example = "12345.60") Money owed,
        @Schema(example = "10000.00") Money funded,

        @Schema(description = "Sum of what is still to be funded", example = "2345.60")
        Money outstanding,

        @Schema(
                description =
                        "What was funded of what is owed, as a share of assessedBase, rounded down, so that the floor"
                                + " is never claimed a fen too early; absent where nothing is assessed",
                example = "0.1620")
        @Nullable
        String rateReached,

        @Schema(description = "Number of obligations summed", example = "12")
        long obligations,

        @Schema(description = "What the rates are applied to, in sum", example = "61728.00")
        Money assessedBase,

        @Schema(
                description =
                        "What months outside of this row bring to its bases, where the policy carries negative ones"
                                + " through the year; below zero where this row takes up theirs",
                example = "0.00")
        Money carried,

        @Schema(
                description = "Negative bases that no month has taken up and that lower nothing:"
                        + " base + carried - assessedBase",
                example = "-100.00")
        Money uncarried,

        @Schema(description = "Funded beyond what is owed by now, in sum", example = "0.00")
        Money credit,

        @Schema(description = "Whether all that is owed is funded, in each obligation, to the fen", example = "false")
        boolean compliant) {

    static final TableFile.Heading HEADING = new TableFile.Heading(
            "key,name,base,rate,owed,funded,outstanding,rate_reached,obligations"
                    + ",assessed_base,carried,uncarried,credit,compliant",
            "分组,名称,基数,规定比例,应返还,已到账,未到账,实际比例,笔数,计提基数,结转额,未结转负基数,多缴额,是否达标");

    static ComplianceRow of(String key, @Nullable String name, Sums sums) {
        BigDecimal reached = sums.rateReached();
        return new ComplianceRow(
                key,
                name,
                sums.base(),
                sums.rate().toPlainString(),
                sums.owed(),
                sums.funded(),
                sums.outstanding(),
                reached == null ? null : reached.toPlainString(),
                sums.obligations(),
                sums.assessed(),
                sums.carried(),
                sums.uncarried(),
                sums.credit(),
                sums.compliant());
    }

    List<@Nullable Object> toRow() {
        return Arrays.asList(
                key,
                name,
                base,
                new BigDecimal(rate),
                owed,
                funded,
                outstanding,
                rateReached == null ? null : new BigDecimal(rateReached),
                obligations,
                assessedBase,
                carried,
                uncarried,
                credit,
                compliant);
    }
}
