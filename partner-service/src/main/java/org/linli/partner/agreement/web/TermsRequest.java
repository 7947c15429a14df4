package org.linli.partner.agreement.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.partner.agreement.PriceItem;
import org.linli.partner.agreement.PricePromise;
import org.linli.partner.agreement.ShareBase;
import org.linli.partner.agreement.Terms;
import org.linli.partner.agreement.TermsRules;
import org.linli.platform.request.Fields;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

@Schema(name = "TermsRequest", description = "What is to be agreed 条款")
record TermsRequest(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "WELLNESS_CARE",
                description = "Business line the share is booked on 业务条线")
        @Nullable
        String line,

        @Schema(example = "颈肩调理", description = "Project of the branch, up to 200 characters 项目") @Nullable
        String project,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "0.15",
                description = "Part that goes back, 0 to 1 返还比例")
        @Nullable
        String shareRate,

        @Schema(example = "TURNOVER", description = "TURNOVER or PROFIT 计算基数") @Nullable
        String shareBase,

        @Schema(example = "0.01", description = "Tax contained in the share, 0 to 1; 0 by default 税率") @Nullable
        String taxRate,

        @Schema(example = "50", description = "At most so many percent of the market price; none where absent 价格承诺")
        @Nullable
        String pricePercent,

        @Schema(description = "Up to 200 lines 价目表") @Nullable
        List<@Nullable PriceRequest> priceList,

        @Schema(example = "二楼多功能室", description = "Name or id 场地") @Nullable
        String room,

        @Schema(example = "周一至周五 18:30-21:00", description = "In words 时段") @Nullable
        String hours,

        @Schema(example = "6", description = "Sessions for the public good, owed each year 公益课次") @Nullable
        Integer sessionsPerYear,

        @Schema(example = "2000.00", description = "Yuan; 0 by default 押金") @Nullable
        String deposit,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2026-03-01", description = "First day 起始日")
        @Nullable
        String startsOn,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2027-02-28", description = "Last day 到期日")
        @Nullable
        String endsOn,

        @Schema(example = "10", description = "Day of the month after by which turnover is reported, 1 to 28 申报日")
        @Nullable
        Integer reportDueDay) {

    private static final Pattern LINE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");
    private static final int MOST_PRICES = 200;
    private static final int LONGEST = 200;

    @Schema(name = "TermsPriceRequest")
    record PriceRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "推拿 60 分钟") @Nullable
            String item,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "50.00") @Nullable
            String price,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "120.00",
                    description = "What it costs elsewhere")
            @Nullable
            String market) {}

    /** Adds what is wrong to the fields. */
    Terms read(Fields fields) {
        int before = fields.errors().size();
        Terms terms = new Terms(
                fields.matching("line", line, text -> LINE.matcher(text).matches(), "a code such as WELLNESS_CARE"),
                fields.textOrNull("project", project, LONGEST),
                fields.decimal("shareRate", shareRate, "1", 4),
                shareBase == null ? ShareBase.TURNOVER : fields.oneOf("shareBase", shareBase, ShareBase.class),
                fields.decimal("taxRate", taxRate == null ? "0" : taxRate, "1", 4),
                promise(fields),
                fields.textOrNull("room", room, LONGEST),
                fields.textOrNull("hours", hours, LONGEST),
                fields.number("sessionsPerYear", sessionsPerYear == null ? 0 : sessionsPerYear, 0, 366),
                fields.amountFromZero("deposit", deposit == null ? "0" : deposit),
                fields.day("startsOn", startsOn),
                fields.day("endsOn", endsOn),
                fields.number("reportDueDay", reportDueDay == null ? Terms.USUAL_DUE_DAY : reportDueDay, 1, 28));
        if (fields.errors().size() == before) {
            TermsRules.check(terms, fields);
        }
        return terms;
    }

    private @Nullable PricePromise promise(Fields fields) {
        List<@Nullable PriceRequest> lines = priceList == null ? List.of() : priceList;
        if (pricePercent == null) {
            if (!lines.isEmpty()) {
                fields.add("pricePercent", "missing", "the promised percent that the price list keeps");
            }
            return null;
        }
        if (lines.size() > MOST_PRICES) {
            fields.add("priceList", "too long", "up to " + MOST_PRICES + " lines");
            return null;
        }
        List<PriceItem> items = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            items.add(item(fields.in("priceList", i), lines.get(i)));
        }
        return new PricePromise(fields.decimal("pricePercent", pricePercent, "100", 2), items);
    }

    private static PriceItem item(Fields fields, @Nullable PriceRequest given) {
        PriceRequest line = given == null ? new PriceRequest(null, null, null) : given;
        return new PriceItem(
                fields.line("item", line.item(), LONGEST),
                fields.amountFromZero("price", line.price()),
                fields.amountAboveZero("market", line.market()));
    }
}
