package org.linli.company.unit;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.ValidatedByRow;
import org.linli.platform.text.Texts;
import org.linli.platform.unit.UnitCode;

/** A unit as somebody sent it, not yet checked. */
@ValidatedByRow
@Schema(name = "UnitDraft")
record UnitDraft(
        @Schema(example = "440703006107", description = "Division code 统计用区划代码: 4, 6, 9 or 12 digits") @Nullable
        String code,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "石冲社区", description = "1 to 100 characters")
        @Nullable
        String name,

        @Schema(
                example = "VENUE",
                description = "Class of a branch 分公司类型; only with a code of 12 digits",
                allowableValues = {"ALL_ROUND", "RESOURCE", "VENUE", "EXPLORATORY"})
        @Nullable
        String unitClass,

        @Schema(example = "91440703MA4UJ8G67U", description = "Unified social credit code 统一社会信用代码, or nothing")
        @Nullable
        String creditCode) {

    UnitDraft withCode(String other) {
        return new UnitDraft(other, name, unitClass, creditCode);
    }

    /** The unit, once {@link UnitRules} has found no mistake. */
    Unit toUnit() {
        return new Unit(
                UnitCode.of(java.util.Objects.requireNonNull(code)),
                Texts.name(java.util.Objects.requireNonNull(name)),
                UnitRules.isEmpty(unitClass) ? null : UnitClass.valueOf(java.util.Objects.requireNonNull(unitClass)),
                UnitRules.isEmpty(creditCode) ? null : creditCode);
    }
}
