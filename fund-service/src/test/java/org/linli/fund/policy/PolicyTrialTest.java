package org.linli.fund.policy;

import org.junit.jupiter.api.Test;
import org.linli.fund.policy.PolicyTrial.Reported;
import org.linli.platform.money.Yuan;
import org.linli.platform.unit.UnitCode;

import java.time.YearMonth;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.fund.policy.BaseKind.GROSS_LESS_TAX;
import static org.linli.fund.policy.PolicyFixtures.HUANSHI;
import static org.linli.fund.policy.PolicyFixtures.NEIGHBOUR;
import static org.linli.fund.policy.PolicyFixtures.SHICHONG;
import static org.linli.fund.policy.PolicyFixtures.bookWith;
import static org.linli.fund.policy.PolicyFixtures.carrying;
import static org.linli.fund.policy.PolicyFixtures.policy;
import static org.linli.fund.policy.PolicyFixtures.terms;

class PolicyTrialTest {

    private static final YearMonth NEXT_YEAR = YearMonth.parse("2027-01");

    @Test
    void shows_each_branch_whose_terms_change_and_by_how_much() {
        var book = bookWith(policy(SHICHONG.value(), 1, GROSS_LESS_TAX, "0.5", "2026-01"));
        var trial = tried(
                book,
                "0.3",
                reported(NEIGHBOUR, "2026-01", 10_000),
                reported(NEIGHBOUR, "2026-02", 5_01),
                reported(SHICHONG, "2026-01", 10_000));

        assertThat(trial.effects()).singleElement().satisfies(effect -> {
            assertThat(effect.unit()).isEqualTo(NEIGHBOUR);
            assertThat(effect.owed()).isEqualTo(Yuan.ofFen(2_000 + 1_00));
            assertThat(effect.wouldOwe()).isEqualTo(Yuan.ofFen(3_000 + 1_50));
        });
        assertThat(trial.wouldOwe().minus(trial.owed())).isEqualTo(Yuan.ofFen(1_050));
        assertThat(trial.givingLess()).isZero();
        assertThat(trial.firstPeriod()).isEqualTo(YearMonth.parse("2026-01"));
        assertThat(trial.lastPeriod()).isEqualTo(YearMonth.parse("2026-02"));
    }

    @Test
    void shows_nothing_where_nothing_changes() {
        assertThat(tried(bookWith(), "0.2", reported(NEIGHBOUR, "2026-01", 10_000))
                        .effects())
                .isEmpty();
    }

    @Test
    void counts_those_who_would_give_less() {
        var book = bookWith(policy(HUANSHI, 1, GROSS_LESS_TAX, "0.4", "2026-01"));
        assertThat(tried(book, "0.3", reported(NEIGHBOUR, "2026-01", 10_000)).givingLess())
                .isEqualTo(1);
    }

    @Test
    void shows_what_carrying_negative_months_through_the_year_would_change() {
        var proposal = new PolicyProposal(new PolicyScope(HUANSHI), carrying(GROSS_LESS_TAX, "0.2"), NEXT_YEAR);
        var trial = PolicyTrial.of(
                bookWith(),
                bookWith().decide(proposal).orRefuse(),
                List.of(
                        reported(NEIGHBOUR, "2025-12", 70_000),
                        reported(NEIGHBOUR, "2026-07", 100_000),
                        reported(NEIGHBOUR, "2026-08", -90_000),
                        reported(SHICHONG, "2026-08", 5_000)));

        assertThat(trial.effects()).hasSize(2).first().satisfies(effect -> {
            assertThat(effect.unit()).isEqualTo(NEIGHBOUR);
            assertThat(effect.owed()).isEqualTo(Yuan.ofFen(34_000));
            assertThat(effect.wouldOwe()).isEqualTo(Yuan.ofFen(16_000));
        });
        assertThat(trial.givingLess()).isEqualTo(1);
    }

    private static PolicyTrial tried(PolicyBook book, String rate, Reported... reported) {
        var proposal = new PolicyProposal(new PolicyScope(HUANSHI), terms(GROSS_LESS_TAX, rate), NEXT_YEAR);
        return PolicyTrial.of(book, book.decide(proposal).orRefuse(), List.of(reported));
    }

    private static Reported reported(UnitCode unit, String period, long grossFen) {
        return new Reported(unit, YearMonth.parse(period), Figures.ofFen(grossFen, 0, 0));
    }
}
