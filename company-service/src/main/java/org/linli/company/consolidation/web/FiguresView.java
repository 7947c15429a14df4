package org.linli.company.consolidation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;
import org.linli.company.consolidation.Figures;

/** Consolidated figures; every amount is a decimal string in yuan with two places. */
@Schema(name = "Figures", description = "合并数 · consolidated figures")
record FiguresView(
        @Schema(type = "string", example = "1234.56", description = "营业收入（含税） · gross revenue, tax included")
        Money gross,

        @Schema(type = "string", example = "34.56", description = "税金 · tax within the gross revenue")
        Money tax,

        @Schema(type = "string", example = "200.00", description = "直接成本 · direct cost")
        Money directCost,

        @Schema(type = "string", example = "100.00", description = "内部抵销 · gross of sales inside the scope")
        Money eliminated,

        @Schema(type = "string", example = "1134.56", description = "对外收入 · gross less eliminated")
        Money external,

        @Schema(example = "12", description = "笔数 · number of revenue entries")
        long entries,

        @Schema(type = "string", example = "0.00", description = "抵销税金 · tax of what is eliminated")
        Money eliminatedTax,

        @Schema(type = "string", example = "0.00", description = "抵销直接成本 · direct cost of what is eliminated")
        Money eliminatedDirectCost,

        @Schema(example = "1", description = "抵销笔数 · entries that are eliminated")
        long eliminatedEntries) {

    static FiguresView of(Figures figures) {
        return new FiguresView(
                figures.all().gross(),
                figures.all().tax(),
                figures.all().directCost(),
                figures.eliminated().gross(),
                figures.external(),
                figures.all().entries(),
                figures.eliminated().tax(),
                figures.eliminated().directCost(),
                figures.eliminated().entries());
    }
}
