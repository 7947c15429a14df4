package org.linli.fund.policy.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.fund.policy.BaseKind;
import org.linli.fund.policy.Carry;
import org.linli.fund.policy.PolicyProposal;
import org.linli.fund.policy.PolicyTrial;

import java.util.List;

@Schema(
        name = "Trial",
        description =
                "What a policy would change, shown on the figures of the last twelve periods reported. Obligations"
                        + " that were accrued already keep their base, rate and carry")
record TrialView(
        @Schema(description = "First period of the figures; null where nobody reported", example = "2025-04") @Nullable
        String firstPeriod,

        @Schema(description = "Last period of the figures", example = "2026-03") @Nullable
        String lastPeriod,

        @Schema(description = "Branches whose base, rate or carry would change", example = "26")
        int branches,

        @Schema(description = "Branches that would give less than without it", example = "0")
        long givingLess,

        @Schema(description = "What they would owe without it", example = "102400.00")
        Money owed,

        @Schema(description = "What they would owe with it", example = "128000.00")
        Money wouldOwe,

        @Schema(description = "The difference", example = "25600.00")
        Money change,

        @Schema(description = "By branch whose base, rate or carry would change, the first thousand")
        List<EffectView> items) {

    private static final int MOST = 1000;

    @Schema(name = "TrialEffect", description = "The change for one branch")
    record EffectView(
            @Schema(example = "440703006101") String unit,
            BaseKind base,
            @Schema(example = "0.2000") String rate,
            Carry carry,
            BaseKind wouldBase,
            @Schema(example = "0.2500") String wouldRate,
            Carry wouldCarry,
            @Schema(example = "4000.00") Money owed,
            @Schema(example = "5000.00") Money wouldOwe,
            @Schema(example = "1000.00") Money change) {}

    static PolicyView of(PolicyTrial trial) {
        PolicyProposal proposal = trial.declared().proposal();
        return new PolicyView(
                null,
                proposal.scope().prefix(),
                trial.declared().version(),
                proposal.terms().base(),
                proposal.terms().rate().toString(),
                proposal.terms().carry(),
                proposal.effectiveFrom().toString(),
                null,
                null,
                effects(trial));
    }

    private static TrialView effects(PolicyTrial trial) {
        return new TrialView(
                trial.firstPeriod() == null ? null : trial.firstPeriod().toString(),
                trial.lastPeriod() == null ? null : trial.lastPeriod().toString(),
                trial.effects().size(),
                trial.givingLess(),
                trial.owed(),
                trial.wouldOwe(),
                trial.wouldOwe().minus(trial.owed()),
                trial.effects().stream().limit(MOST).map(TrialView::effect).toList());
    }

    private static EffectView effect(PolicyTrial.Effect effect) {
        return new EffectView(
                effect.unit().value(),
                effect.before().base(),
                effect.before().rate().toString(),
                effect.before().carry(),
                effect.after().base(),
                effect.after().rate().toString(),
                effect.after().carry(),
                effect.owed(),
                effect.wouldOwe(),
                effect.change());
    }
}
