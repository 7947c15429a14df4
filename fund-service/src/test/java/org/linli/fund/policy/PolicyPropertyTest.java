package org.linli.fund.policy;

import org.junit.jupiter.api.Test;
import org.linli.fund.Seeds;
import org.linli.platform.decision.Decision;
import org.linli.platform.unit.UnitCode;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is declared in whatever order, nobody's rate lies below that of anybody above. */
class PolicyPropertyTest {

    private static final UnitCode BRANCH = UnitCode.of("440703006107");

    @Test
    void no_unit_ever_gives_at_a_lower_rate_than_a_wider_scope_asks_for() {
        Seeds.each(300, random -> {
            PolicyBook book = declaredAtRandom(random);
            for (int month = 0; month < 24; month++) {
                YearMonth period = YearMonth.of(2026, 1).plusMonths(month);
                Rate own = book.inForce(BRANCH, period).terms().rate();
                for (UnitCode above : BRANCH.lineage()) {
                    assertThat(own)
                            .isGreaterThanOrEqualTo(
                                    book.inForce(above, period).terms().rate());
                }
                assertThat(own).isGreaterThanOrEqualTo(Rate.FLOOR);
            }
        });
    }

    @Test
    void no_branch_ever_gives_less_than_its_street_by_a_base_or_a_carry_at_no_higher_a_rate() {
        Seeds.each(300, random -> {
            PolicyBook book = declaredAtRandom(random);
            Figures figures = figures(random);
            for (int month = 0; month < 24; month++) {
                YearMonth period = YearMonth.of(2026, 1).plusMonths(month);
                Terms own = book.inForce(BRANCH, period).terms();
                Terms street = book.inForce(BRANCH.lineage().get(1), period).terms();
                if (own.rate().equals(street.rate())) {
                    assertThat(own.owedOn(figures)).isGreaterThanOrEqualTo(street.owedOn(figures));
                }
                if (street.carry() == Carry.NONE) {
                    assertThat(own.carry()).isEqualTo(Carry.NONE);
                }
            }
        });
    }

    @Test
    void what_is_declared_holds_as_declared_in_every_month_until_it_is_replaced_or_overtaken_later() {
        Seeds.each(300, random -> {
            PolicyBook book = declaredAtRandom(random);
            PolicyProposal proposal = proposal(random);
            if (book.decide(proposal) instanceof Decision.Accepted<DeclaredPolicy, PolicyRefusal>(var declared)
                    && UnitCode.parse(proposal.scope().prefix()).isPresent()) {
                PolicyBook after = book.with(policy(declared, 999));
                UnitCode unit = UnitCode.of(proposal.scope().prefix());
                for (int month = 0; month < 30; month++) {
                    TermsInForce held =
                            after.inForce(unit, proposal.effectiveFrom().plusMonths(month));
                    if (held.policy().id() == 999) {
                        assertThat(held.terms()).isEqualTo(proposal.terms());
                    }
                }
            }
        });
    }

    /** Tax and cost of the sign of gross and together not larger. */
    private static Figures figures(SplittableRandom random) {
        long gross = 1 + random.nextLong(1_000_000);
        long tax = random.nextLong(gross);
        return Figures.ofFen(gross, tax, random.nextLong(gross - tax));
    }

    @Test
    void a_declared_policy_is_in_force_for_its_own_scope_from_its_start() {
        Seeds.each(300, random -> {
            PolicyBook book = declaredAtRandom(random);
            PolicyProposal proposal = proposal(random);
            if (book.decide(proposal) instanceof Decision.Accepted<DeclaredPolicy, PolicyRefusal>(var declared)
                    && UnitCode.parse(proposal.scope().prefix()).isPresent()) {
                PolicyBook after = book.with(policy(declared, 999));
                UnitCode unit = UnitCode.of(proposal.scope().prefix());
                assertThat(after.inForce(unit, proposal.effectiveFrom()).terms())
                        .isEqualTo(proposal.terms());
            }
        });
    }

    private static PolicyBook declaredAtRandom(SplittableRandom random) {
        List<ReturnPolicy> declared = new ArrayList<>(List.of(PolicyFixtures.theDefault()));
        for (int n = random.nextInt(12); n > 0; n--) {
            if (new PolicyBook(declared).decide(proposal(random))
                    instanceof Decision.Accepted<DeclaredPolicy, PolicyRefusal>(var next)) {
                declared.add(policy(next, n));
            }
        }
        return new PolicyBook(declared);
    }

    private static PolicyProposal proposal(SplittableRandom random) {
        String scope = BRANCH.value().substring(0, List.of(0, 4, 6, 9, 12).get(random.nextInt(5)));
        BaseKind base = BaseKind.values()[random.nextInt(BaseKind.values().length)];
        Rate rate = new Rate(BigDecimal.valueOf(2000 + random.nextInt(8001), 4));
        return new PolicyProposal(
                new PolicyScope(scope),
                new Terms(base, rate, Carry.values()[random.nextInt(2)]),
                YearMonth.of(2026, 1).plusMonths(random.nextInt(24)));
    }

    private static ReturnPolicy policy(DeclaredPolicy declared, long id) {
        PolicyProposal proposal = declared.proposal();
        return new ReturnPolicy(
                id,
                proposal.scope(),
                declared.version(),
                proposal.terms(),
                proposal.effectiveFrom(),
                "hq",
                Instant.EPOCH);
    }
}
