package org.linli.company.entry;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.ValidatedByRow;

/** An entry as somebody sent it, by form or file: text throughout, so that every mistake can be named. */
@ValidatedByRow
@Schema(name = "EntryDraft")
public record EntryDraft(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "E-2026-000123",
                description = "Number, unique for ever, 1 to 200 characters 流水号")
        @Nullable
        String entryNo,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "440703006107",
                description = "Branch, 12 digits 分公司")
        @Nullable
        String unit,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2026-03", description = "Month of report 所属期")
        @Nullable
        String period,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "2026-03-14",
                description = "Day, within the period 日期")
        @Nullable
        String date,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "CANTEEN", description = "Business line 业务条线")
        @Nullable
        String line,

        @Schema(example = "长者饭堂", description = "Up to 200 characters 项目") @Nullable
        String project,

        @Schema(
                example = "440703006101",
                description = "Registered unit that bought, for sales between units; else null 往来单位")
        @Nullable
        String counterparty,

        @Schema(example = "康乐餐饮", description = "Up to 200 characters 合伙人") @Nullable
        String partner,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "1280.00",
                description = "Yuan, up to two places; negative for a refund 收入总额")
        @Nullable
        String gross,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "12.80",
                description = "Of the same sign as gross and not larger 税额")
        @Nullable
        String tax,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "640.00",
                description = "Of the same sign as gross and not larger 直接成本")
        @Nullable
        String directCost,

        @Schema(example = "", description = "Up to 200 characters 备注") @Nullable
        String memo) {}
