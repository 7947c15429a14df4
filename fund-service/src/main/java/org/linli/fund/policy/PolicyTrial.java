package org.linli.fund.policy;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.platform.money.Yuan;
import org.linli.platform.unit.UnitCode;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

/**
 * What a proposal would change: for each branch the terms from the proposal's first period with and without it, and
 * what either would make of the figures reported last. Obligations accrued already keep their frozen terms.
 *
 * @param firstPeriod of the figures; absent where nobody reported, as is {@code lastPeriod}
 */
public record PolicyTrial(
        DeclaredPolicy declared,
        List<Effect> effects,
        @Nullable YearMonth firstPeriod,
        @Nullable YearMonth lastPeriod) {

    /** What a branch reported for a period. */
    public record Reported(UnitCode unit, YearMonth period, Figures figures) {}

    /** The difference that the proposal makes to one branch. */
    public record Effect(UnitCode unit, Terms before, Terms after, Money owed, Money wouldOwe) {

        public Money change() {
            return wouldOwe.minus(owed);
        }

        boolean changesAnything() {
            return !before.equals(after);
        }
    }

    /** Only branches whose terms the proposal changes, in the order of their codes. */
    public static PolicyTrial of(PolicyBook book, DeclaredPolicy declared, List<Reported> reported) {
        PolicyBook tried = book.with(imagined(declared));
        YearMonth from = declared.proposal().effectiveFrom();
        List<Effect> effects =
                reported.stream().collect(groupingBy(Reported::unit, TreeMap::new, toList())).entrySet().stream()
                        .map(branch -> effect(
                                branch.getValue(),
                                branch.getKey(),
                                book.inForce(branch.getKey(), from).terms(),
                                tried.inForce(branch.getKey(), from).terms()))
                        .filter(Effect::changesAnything)
                        .toList();
        List<YearMonth> periods =
                reported.stream().map(Reported::period).sorted().toList();
        return new PolicyTrial(
                declared,
                effects,
                periods.isEmpty() ? null : periods.getFirst(),
                periods.isEmpty() ? null : periods.getLast());
    }

    private static Effect effect(List<Reported> reported, UnitCode unit, Terms before, Terms after) {
        return new Effect(unit, before, after, owed(reported, before), owed(reported, after));
    }

    private static Money owed(List<Reported> reported, Terms terms) {
        Map<YearMonth, Money> bases = reported.stream()
                .collect(toMap(Reported::period, statement -> terms.base().of(statement.figures())));
        Map<YearMonth, Money> carried = terms.carry().carried(bases);
        return reported.stream()
                .map(statement ->
                        terms.owedOn(statement.figures(), carried.getOrDefault(statement.period(), Yuan.zero())))
                .reduce(Yuan.zero(), Money::plus);
    }

    private static ReturnPolicy imagined(DeclaredPolicy declared) {
        PolicyProposal proposal = declared.proposal();
        return new ReturnPolicy(
                0, proposal.scope(), declared.version(), proposal.terms(), proposal.effectiveFrom(), "", Instant.EPOCH);
    }

    public Money owed() {
        return effects.stream().map(Effect::owed).reduce(Yuan.zero(), Money::plus);
    }

    public Money wouldOwe() {
        return effects.stream().map(Effect::wouldOwe).reduce(Yuan.zero(), Money::plus);
    }

    /** How many branches would give less than under the terms without the proposal. */
    public long givingLess() {
        return effects.stream().filter(effect -> effect.change().isNegative()).count();
    }
}
