package org.linli.fund.obligation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.fund.obligation.Obligation;
import org.linli.fund.obligation.ObligationState;
import org.linli.fund.obligation.application.ObligationQueries.Line;
import org.linli.fund.policy.BaseKind;
import org.linli.fund.policy.Carry;
import org.linli.platform.file.TableFile;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

@Schema(name = "Obligation", description = "What a branch owes to its residents for a period")
record ObligationView(
        @Schema(example = "440703006101") String unit,

        @Schema(description = "Of the branch, absent until the registry's event has come") @Nullable
        String name,

        @Schema(example = "2026-03") String period,
        ObligationState state,

        @Schema(description = "The accepted statement it rests on", example = "440703006101-2026-03-1")
        String statementId,

        @Schema(description = "The policy in force on the first accrual", example = "1")
        String policyId,

        @Schema(description = "What the base is made of, frozen on the first accrual")
        BaseKind baseKind,

        @Schema(
                description = "Of the month's own figures; negative where refunds outweigh the income",
                example = "6172.80")
        Money base,

        @Schema(description = "Frozen on the first accrual", example = "0.2000")
        String rate,

        @Schema(description = "assessedBase × rate, half up to the fen", example = "1234.56")
        Money owed,

        @Schema(description = "Money moved so far", example = "1000.00")
        Money funded,

        @Schema(description = "Still to be funded", example = "234.56")
        Money outstanding,

        @Schema(description = "What becomes of a negative base, frozen on the first accrual")
        Carry carry,

        @Schema(
                description =
                        "What other months of the year bring to the base: above zero where they take up a negative"
                                + " one, below zero where this month takes up theirs",
                example = "0.00")
        Money carried,

        @Schema(
                description = "What the rate is applied to: base and carried together, never negative",
                example = "6172.80")
        Money assessedBase,

        @Schema(description = "Funded beyond what is owed by now", example = "0.00")
        Money credit) {

    static final TableFile.Heading HEADING = new TableFile.Heading(
            "unit,name,period,state,statement_id,policy_id,base_kind,base,rate,owed,funded,outstanding"
                    + ",carry,carried,assessed_base,credit",
            "单位代码,单位名称,期间,状态,报表编号,制度编号,基数口径,基数,比例,应返还,已到账,未到账,负基数结转方式,结转额,计提基数,多缴额");

    static ObligationView of(Line line) {
        Obligation obligation = line.obligation();
        return new ObligationView(
                obligation.key().unit().value(),
                line.name(),
                obligation.key().period().toString(),
                obligation.state(),
                obligation.statement().id(),
                String.valueOf(obligation.frozen().policyId()),
                obligation.baseKind(),
                obligation.base(),
                obligation.frozen().terms().rate().toString(),
                obligation.owed(),
                obligation.funded(),
                obligation.outstanding(),
                obligation.frozen().terms().carry(),
                obligation.carried(),
                obligation.assessedBase(),
                obligation.credit());
    }

    List<@Nullable Object> toRow() {
        return Arrays.asList(
                unit,
                name,
                period,
                state,
                statementId,
                policyId,
                baseKind,
                base,
                new BigDecimal(rate),
                owed,
                funded,
                outstanding,
                carry,
                carried,
                assessedBase,
                credit);
    }
}
