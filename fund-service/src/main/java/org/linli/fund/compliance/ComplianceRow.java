package org.linli.fund.compliance;

import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.fund.web.Csv;
import org.linli.platform.money.Yuan;

import java.math.BigDecimal;
import java.math.RoundingMode;

@Schema(description = "Owed against funded for a branch, a subtree or a period")
record ComplianceRow(
        @Schema(description = "Unit code or period", example = "440703006101")
        String key,

        @Schema(description = "Of the unit, where it is known") @Nullable
        String name,

        @Schema(description = "Sum of the bases", example = "61728.00")
        Money base,

        @Schema(description = "Rate asked for: the frozen rates, weighted by their bases", example = "0.2000")
        String rate,

        @Schema(example = "12345.60") Money owed,
        @Schema(example = "10000.00") Money funded,

        @Schema(description = "Sum of what is still to be funded", example = "2345.60")
        Money outstanding,

        @Schema(
                description =
                        "Funded as a share of the base, rounded down, so that the floor is never claimed a fen too"
                                + " early; absent where the base is not positive",
                example = "0.1620")
        @Nullable
        String rateReached,

        @Schema(description = "Number of obligations summed", example = "12")
        long obligations) {

    static final Csv.Heading CSV_HEADING = new Csv.Heading(
            "key,name,base,rate,owed,funded,outstanding,rate_reached,obligations", "分组,名称,基数,规定比例,应返还,已到账,未到账,实际比例,笔数");

    /** The share of the base that was funded, four places, rounded down. */
    static @Nullable String rateReached(Money base, Money funded) {
        return base.isPositive()
                ? funded.getAmount()
                        .divide(base.getAmount(), 4, RoundingMode.DOWN)
                        .toPlainString()
                : null;
    }

    static String rate(BigDecimal weighted) {
        return weighted.setScale(4, RoundingMode.HALF_UP).toPlainString();
    }

    String toCsv() {
        return Csv.row(
                key,
                name,
                Yuan.format(base),
                rate,
                Yuan.format(owed),
                Yuan.format(funded),
                Yuan.format(outstanding),
                rateReached,
                obligations);
    }
}
