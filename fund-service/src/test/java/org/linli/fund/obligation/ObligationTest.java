package org.linli.fund.obligation;

import org.junit.jupiter.api.Test;
import org.linli.fund.ledger.Account;
import org.linli.fund.ledger.EntryKind;
import org.linli.fund.ledger.Posting;
import org.linli.fund.policy.PolicyBook;
import org.linli.platform.decision.Decision;
import org.linli.platform.money.Yuan;

import java.time.LocalDate;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.fund.obligation.ObligationFixtures.SHICHONG_IN_MARCH;
import static org.linli.fund.obligation.ObligationFixtures.accepted;
import static org.linli.fund.policy.BaseKind.GROSS_LESS_TAX;
import static org.linli.fund.policy.PolicyFixtures.HUANSHI;
import static org.linli.fund.policy.PolicyFixtures.bookWith;
import static org.linli.fund.policy.PolicyFixtures.policy;

class ObligationTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-04-20");
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    @Test
    void an_accepted_statement_owes_a_fifth_of_gross_less_tax() {
        Accrual accrual = first(accepted(1, 123_456, 3_456, 20_000));
        assertThat(accrual.after().owed()).isEqualTo(Yuan.ofFen(24_000));
        assertThat(accrual.after().base()).isEqualTo(Yuan.ofFen(120_000));
        assertThat(accrual.after().state()).isEqualTo(ObligationState.OWED);
        assertThat(accrual.after().sequence()).isEqualTo(1);
    }

    @Test
    void is_booked_as_receivable_against_the_fund_on_the_day_of_acceptance_in_jiangmen() {
        assertThat(first(accepted(1, 100_000, 0, 0)).entry()).get().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(EntryKind.ACCRUAL);
            assertThat(entry.bookedOn()).isEqualTo("2026-04-03");
            assertThat(entry.postings())
                    .containsExactly(
                            Posting.debit(Account.RETURN_RECEIVABLE, Yuan.ofFen(20_000)),
                            Posting.credit(Account.RESIDENTS_FUND, Yuan.ofFen(20_000)));
        });
    }

    @Test
    void a_period_of_refunds_owes_nothing_and_books_nothing() {
        Accrual accrual = first(accepted(1, -50_000, -1_000, 0));
        assertThat(accrual.after().owed()).isEqualTo(Yuan.zero());
        assertThat(accrual.after().state()).isEqualTo(ObligationState.NOTHING_OWED);
        assertThat(accrual.entry()).isEmpty();
    }

    @Test
    void a_correction_books_only_the_difference_back() {
        Accrual correction = corrected(first(accepted(1, 100_000, 0, 0)).after(), accepted(3, 90_000, 0, 0));
        assertThat(correction.change()).isEqualTo(Yuan.ofFen(-2_000));
        assertThat(correction.entry()).get().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(EntryKind.CORRECTION);
            assertThat(entry.postings())
                    .containsExactly(
                            Posting.debit(Account.RESIDENTS_FUND, Yuan.ofFen(2_000)),
                            Posting.credit(Account.RETURN_RECEIVABLE, Yuan.ofFen(2_000)));
        });
        assertThat(correction.after().sequence()).isEqualTo(2);
    }

    @Test
    void a_correction_is_computed_at_the_rate_and_base_frozen_first() {
        var first = accepted(1, 100_000, 0, 0);
        var raised = bookWith(policy(HUANSHI, 1, GROSS_LESS_TAX, "0.5", "2026-01"));
        var before = Accruals.of(List.of(first), List.of(), bookWith()).obligations();

        var after =
                Accruals.of(List.of(accepted(2, 200_000, 0, 0)), before, raised).obligations();

        assertThat(after).singleElement().satisfies(obligation -> {
            assertThat(obligation.owed()).isEqualTo(Yuan.ofFen(40_000));
            assertThat(obligation.frozen()).isEqualTo(before.getFirst().frozen());
        });
    }

    @Test
    void a_version_counted_already_changes_nothing() {
        var before = Accruals.of(List.of(accepted(2, 100_000, 0, 0)), List.of(), bookWith());
        var again = Accruals.of(
                List.of(accepted(2, 100_000, 0, 0), accepted(1, 5_000, 0, 0)), before.obligations(), bookWith());
        assertThat(again.accruals()).isEmpty();
        assertThat(again.stale()).hasSize(2);
        assertThat(again.entries()).isEmpty();
    }

    @Test
    void a_correction_without_a_difference_is_told_but_not_booked() {
        Accrual correction = corrected(first(accepted(1, 100_000, 0, 0)).after(), accepted(2, 100_000, 0, 7));
        assertThat(correction.change()).isEqualTo(Yuan.zero());
        assertThat(correction.entry()).isEmpty();
        assertThat(correction.after().statement().version()).isEqualTo(2);
    }

    @Test
    void is_funded_in_parts_to_the_fen_and_not_beyond() {
        Obligation owed = first(accepted(1, 100_000, 0, 0)).after();
        Obligation part = funded(owed.fund(Yuan.ofFen(19_999), YESTERDAY, TODAY));
        assertThat(part.state()).isEqualTo(ObligationState.PARTLY_FUNDED);
        assertThat(part.outstanding()).isEqualTo(Yuan.ofFen(1));
        assertThat(part.fund(Yuan.ofFen(2), YESTERDAY, TODAY))
                .isEqualTo(Decision.refuse(new FundingRefusal.MoreThanOutstanding(Yuan.ofFen(1))));
        Obligation all = funded(part.fund(Yuan.ofFen(1), TODAY, TODAY));
        assertThat(all.state()).isEqualTo(ObligationState.FUNDED);
        assertThat(all.sequence()).isEqualTo(3);
    }

    @Test
    void refuses_money_that_has_not_moved_yet_or_moved_before_it_was_earned() {
        Obligation owed = first(accepted(1, 100_000, 0, 0)).after();
        assertThat(owed.fund(Yuan.ofFen(1), TODAY.plusDays(1), TODAY))
                .isEqualTo(Decision.refuse(new FundingRefusal.DateInFuture(TODAY)));
        assertThat(owed.fund(Yuan.ofFen(1), LocalDate.parse("2026-02-28"), TODAY))
                .isEqualTo(Decision.refuse(new FundingRefusal.DateBeforePeriod(LocalDate.parse("2026-03-01"))));
        funded(owed.fund(Yuan.ofFen(1), LocalDate.parse("2026-03-01"), TODAY));
    }

    @Test
    void a_correction_below_what_was_funded_leaves_it_overfunded_with_nothing_outstanding() {
        Obligation all = funded(first(accepted(1, 100_000, 0, 0)).after().fund(Yuan.ofFen(20_000), TODAY, TODAY));
        Obligation lowered = corrected(all, accepted(2, 50_000, 0, 0)).after();
        assertThat(lowered.state()).isEqualTo(ObligationState.OVERFUNDED);
        assertThat(lowered.outstanding()).isEqualTo(Yuan.zero());
        assertThat(lowered.fund(Yuan.ofFen(1), TODAY, TODAY)).isInstanceOf(Decision.Refused.class);
    }

    private static Accrual first(AcceptedStatement statement) {
        PolicyBook book = bookWith();
        return Accruals.of(List.of(statement), List.of(), book).accruals().getFirst();
    }

    private static Accrual corrected(Obligation before, AcceptedStatement correction) {
        assertThat(correction.key()).isEqualTo(SHICHONG_IN_MARCH);
        return Accruals.of(List.of(correction), List.of(before), bookWith())
                .accruals()
                .getFirst();
    }

    private static Obligation funded(Decision<Obligation, FundingRefusal> decision) {
        return decision.orRefuse();
    }
}
