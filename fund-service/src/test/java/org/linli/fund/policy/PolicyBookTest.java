package org.linli.fund.policy;

import org.junit.jupiter.api.Test;
import org.linli.platform.decision.Decision;
import org.linli.platform.unit.UnitCode;

import java.time.YearMonth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.fund.policy.BaseKind.GROSS;
import static org.linli.fund.policy.BaseKind.GROSS_LESS_TAX;
import static org.linli.fund.policy.BaseKind.GROSS_LESS_TAX_AND_DIRECT_COST;
import static org.linli.fund.policy.PolicyFixtures.HUANSHI;
import static org.linli.fund.policy.PolicyFixtures.NEIGHBOUR;
import static org.linli.fund.policy.PolicyFixtures.SHICHONG;
import static org.linli.fund.policy.PolicyFixtures.bookWith;
import static org.linli.fund.policy.PolicyFixtures.carrying;
import static org.linli.fund.policy.PolicyFixtures.policy;
import static org.linli.fund.policy.PolicyFixtures.terms;

class PolicyBookTest {

    private static final YearMonth MARCH = YearMonth.parse("2026-03");

    @Test
    void the_default_binds_where_nobody_decided_otherwise() {
        assertThat(bookWith().inForce(SHICHONG, MARCH).terms()).isEqualTo(terms(GROSS_LESS_TAX, "0.2"));
    }

    @Test
    void a_street_binds_its_branches_and_no_other() {
        var book = bookWith(policy(HUANSHI, 1, GROSS, "0.25", "2026-01"));
        assertThat(book.inForce(SHICHONG, MARCH).terms()).isEqualTo(terms(GROSS, "0.25"));
        assertThat(book.inForce(UnitCode.of("440703007101"), MARCH).terms()).isEqualTo(terms(GROSS_LESS_TAX, "0.2"));
    }

    @Test
    void a_branch_gives_more_by_an_override_of_its_own() {
        var book = bookWith(
                policy(HUANSHI, 1, GROSS_LESS_TAX, "0.25", "2026-01"),
                policy(SHICHONG.value(), 1, GROSS_LESS_TAX_AND_DIRECT_COST, "1", "2026-02"));
        assertThat(book.inForce(SHICHONG, MARCH).terms()).isEqualTo(terms(GROSS_LESS_TAX_AND_DIRECT_COST, "1"));
        assertThat(book.inForce(NEIGHBOUR, MARCH).terms()).isEqualTo(terms(GROSS_LESS_TAX, "0.25"));
    }

    @Test
    void a_street_that_raises_its_rate_lifts_an_earlier_override() {
        var book = bookWith(
                policy(HUANSHI, 1, GROSS_LESS_TAX, "0.2", "2026-01"),
                policy(SHICHONG.value(), 1, GROSS, "0.25", "2026-01"),
                policy(HUANSHI, 2, GROSS_LESS_TAX, "0.3", "2026-03"));
        assertThat(book.inForce(SHICHONG, YearMonth.parse("2026-02")).terms()).isEqualTo(terms(GROSS, "0.25"));
        assertThat(book.inForce(SHICHONG, MARCH).terms()).isEqualTo(terms(GROSS, "0.3"));
    }

    @Test
    void a_version_binds_from_the_period_it_names() {
        var book = bookWith(
                policy(HUANSHI, 1, GROSS_LESS_TAX, "0.3", "2026-03"),
                policy(HUANSHI, 2, GROSS_LESS_TAX, "0.4", "2026-05"));
        assertThat(rate(book, "2026-02")).isEqualTo("0.2000");
        assertThat(rate(book, "2026-03")).isEqualTo("0.3000");
        assertThat(rate(book, "2026-04")).isEqualTo("0.3000");
        assertThat(rate(book, "2026-05")).isEqualTo("0.4000");
    }

    @Test
    void of_two_with_the_same_start_the_later_decision_binds() {
        var book = bookWith(
                policy(HUANSHI, 2, GROSS_LESS_TAX, "0.25", "2026-03"),
                policy(HUANSHI, 1, GROSS_LESS_TAX, "0.4", "2026-03"));
        assertThat(rate(book, "2026-03")).isEqualTo("0.2500");
    }

    private static String rate(PolicyBook book, String period) {
        return book.inForce(SHICHONG, YearMonth.parse(period)).terms().rate().toString();
    }

    @Test
    void declares_the_next_version_of_the_scope() {
        var book = bookWith(policy(HUANSHI, 1, GROSS_LESS_TAX, "0.2", "2026-01"));
        assertThat(book.decide(proposal(HUANSHI, GROSS_LESS_TAX, "0.25")))
                .isEqualTo(Decision.accept(new DeclaredPolicy(proposal(HUANSHI, GROSS_LESS_TAX, "0.25"), 2)));
    }

    @Test
    void refuses_an_override_below_the_streets_rate() {
        var book = bookWith(policy(HUANSHI, 1, GROSS_LESS_TAX, "0.3", "2026-01"));
        assertThat(book.decide(proposal(SHICHONG.value(), GROSS, "0.29")))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.reason()).isInstanceOf(PolicyRefusal.RateBelowWider.class));
    }

    @Test
    void refuses_a_street_below_its_citys_rate() {
        var book = bookWith(policy("4407", 1, GROSS_LESS_TAX, "0.3", "2026-01"));
        assertThat(book.decide(proposal(HUANSHI, GROSS_LESS_TAX, "0.25"))).isInstanceOf(Decision.Refused.class);
    }

    @Test
    void refuses_a_branch_with_a_narrower_base_at_the_same_rate() {
        assertThat(bookWith().decide(proposal(SHICHONG.value(), GROSS_LESS_TAX_AND_DIRECT_COST, "0.2")))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused ->
                                assertThat(refused.reason()).isInstanceOf(PolicyRefusal.BaseNarrowerAtSameRate.class));
    }

    @Test
    void lets_a_street_choose_its_base_and_a_branch_give_all_of_its_profit() {
        assertThat(bookWith().decide(proposal(HUANSHI, GROSS_LESS_TAX_AND_DIRECT_COST, "0.2")))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(bookWith().decide(proposal(SHICHONG.value(), GROSS_LESS_TAX_AND_DIRECT_COST, "1")))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void looks_at_every_month_in_which_a_wider_policy_holds_beside_the_proposal() {
        var book = bookWith(
                policy(HUANSHI, 1, GROSS_LESS_TAX, "0.2", "2026-01"),
                policy(HUANSHI, 2, GROSS, "0.2", "2026-06"),
                policy(HUANSHI, 3, GROSS_LESS_TAX, "0.2", "2026-09"));
        assertThat(book.decide(proposal(SHICHONG.value(), GROSS_LESS_TAX, "0.2")))
                .isInstanceOfSatisfying(Decision.Refused.class, refused -> {
                    assertThat(refused.reason()).isInstanceOf(PolicyRefusal.BaseNarrowerAtSameRate.class);
                    assertThat(((PolicyRefusal.BelowWider) refused.reason()).month())
                            .isEqualTo(YearMonth.parse("2026-06"));
                });
        assertThat(book.decide(proposal(SHICHONG.value(), GROSS_LESS_TAX, "0.21")))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(book.decide(proposal(SHICHONG.value(), GROSS, "0.2"))).isInstanceOf(Decision.Accepted.class);
        assertThat(book.decide(proposal(SHICHONG.value(), GROSS_LESS_TAX, "0.2", "2026-09")))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void refuses_a_rate_that_a_wider_policy_declared_already_will_overtake() {
        var book = bookWith(policy(HUANSHI, 1, GROSS_LESS_TAX, "0.3", "2027-01"));
        assertThat(book.decide(proposal(SHICHONG.value(), GROSS_LESS_TAX, "0.25")))
                .isInstanceOf(Decision.Refused.class);
    }

    @Test
    void lets_a_policy_hold_until_a_later_one_of_the_same_scope_takes_over() {
        var book = bookWith(
                policy(HUANSHI, 1, GROSS, "0.3", "2027-01"), policy(SHICHONG.value(), 1, GROSS, "0.3", "2027-01"));
        assertThat(book.decide(proposal(SHICHONG.value(), GROSS_LESS_TAX, "0.25")))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void a_street_that_widens_its_base_later_lifts_an_earlier_override_at_no_higher_a_rate() {
        var book = bookWith(
                policy(SHICHONG.value(), 1, GROSS_LESS_TAX, "0.2", "2026-01"),
                policy(NEIGHBOUR.value(), 1, GROSS_LESS_TAX, "0.5", "2026-01"),
                policy(HUANSHI, 1, GROSS, "0.2", "2026-03"));
        assertThat(book.inForce(SHICHONG, YearMonth.parse("2026-02")).terms()).isEqualTo(terms(GROSS_LESS_TAX, "0.2"));
        assertThat(book.inForce(SHICHONG, MARCH).terms()).isEqualTo(terms(GROSS, "0.2"));
        assertThat(book.inForce(NEIGHBOUR, MARCH).terms()).isEqualTo(terms(GROSS_LESS_TAX, "0.5"));
    }

    @Test
    void refuses_a_street_that_gives_less_by_its_base_or_carry_than_its_district() {
        var book = bookWith(policy("440703", 1, GROSS, "0.2", "2199-01"));
        assertThat(book.decide(proposal(HUANSHI, GROSS_LESS_TAX, "0.2", "2198-12")))
                .isInstanceOfSatisfying(Decision.Refused.class, refused -> {
                    assertThat(refused.reason()).isInstanceOf(PolicyRefusal.BaseNarrowerAtSameRate.class);
                    assertThat(((PolicyRefusal.BelowWider) refused.reason()).month())
                            .isEqualTo(YearMonth.parse("2199-01"));
                    assertThat(((PolicyRefusal.BelowWider) refused.reason())
                                    .wider()
                                    .policy()
                                    .scope()
                                    .prefix())
                            .isEqualTo("440703");
                });
        assertThat(book.decide(proposal(HUANSHI, GROSS_LESS_TAX, "0.21", "2198-12")))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(book.decide(new PolicyProposal(
                        new PolicyScope(HUANSHI), carrying(GROSS, "0.9"), YearMonth.parse("2199-01"))))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.reason())
                                .isInstanceOf(PolicyRefusal.CarriesWhereWiderDoesNot.class));
    }

    @Test
    void a_district_that_widens_its_base_later_lifts_a_street_declared_earlier_and_its_branches() {
        var book = bookWith(
                policy(HUANSHI, 1, GROSS_LESS_TAX, "0.2", "2026-01"), policy("440703", 1, GROSS, "0.2", "2026-03"));
        assertThat(book.inForce(SHICHONG, YearMonth.parse("2026-02")).terms()).isEqualTo(terms(GROSS_LESS_TAX, "0.2"));
        assertThat(book.inForce(SHICHONG, MARCH).terms()).isEqualTo(terms(GROSS, "0.2"));
    }

    @Test
    void a_street_says_whether_negative_months_are_carried_and_its_branches_follow() {
        var book = bookWith(carrying(HUANSHI, 1, GROSS_LESS_TAX, "0.2", "2026-01"));
        assertThat(book.inForce(SHICHONG, MARCH).terms()).isEqualTo(carrying(GROSS_LESS_TAX, "0.2"));
        assertThat(book.mayCarry(SHICHONG)).isTrue();
        assertThat(bookWith().mayCarry(SHICHONG)).isFalse();
    }

    @Test
    void a_branch_carries_nothing_where_its_street_does_not() {
        var own = new PolicyProposal(new PolicyScope(SHICHONG.value()), carrying(GROSS, "0.9"), MARCH);
        assertThat(bookWith().decide(own))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.reason())
                                .isInstanceOf(PolicyRefusal.CarriesWhereWiderDoesNot.class));
        var book = bookWith(
                carrying(HUANSHI, 1, GROSS_LESS_TAX, "0.2", "2026-01"),
                carrying(SHICHONG.value(), 1, GROSS, "0.9", "2026-01"),
                policy(HUANSHI, 2, GROSS_LESS_TAX, "0.2", "2026-06"));
        assertThat(book.inForce(SHICHONG, MARCH).terms().carry()).isEqualTo(Carry.YEAR);
        assertThat(book.inForce(SHICHONG, YearMonth.parse("2026-06")).terms()).isEqualTo(terms(GROSS, "0.9"));
    }

    private static PolicyProposal proposal(String scope, BaseKind base, String rate, String from) {
        return new PolicyProposal(new PolicyScope(scope), terms(base, rate), YearMonth.parse(from));
    }

    private static PolicyProposal proposal(String scope, BaseKind base, String rate) {
        return new PolicyProposal(new PolicyScope(scope), terms(base, rate), MARCH);
    }
}
