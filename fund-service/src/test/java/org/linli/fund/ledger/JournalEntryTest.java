package org.linli.fund.ledger;

import org.junit.jupiter.api.Test;
import org.linli.platform.money.Yuan;
import org.linli.platform.unit.UnitCode;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class JournalEntryTest {

    @Test
    void refuses_postings_that_do_not_balance() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry(
                        Posting.debit(Account.BANK, Yuan.ofFen(2)),
                        Posting.credit(Account.RETURN_RECEIVABLE, Yuan.ofFen(1))));
    }

    @Test
    void refuses_a_single_posting_and_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> entry(Posting.debit(Account.BANK, Yuan.ofFen(2))));
        assertThatIllegalArgumentException().isThrownBy(JournalEntryTest::entry);
    }

    @Test
    void a_posting_has_one_positive_side() {
        assertThatIllegalArgumentException().isThrownBy(() -> Posting.debit(Account.BANK, Yuan.zero()));
        assertThatIllegalArgumentException().isThrownBy(() -> Posting.credit(Account.BANK, Yuan.ofFen(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Posting(Account.BANK, Yuan.ofFen(1), Yuan.ofFen(1)));
    }

    @Test
    void a_negative_move_changes_the_sides_and_stays_positive() {
        assertThat(JournalEntry.move(Account.BANK, Account.RETURN_RECEIVABLE, Yuan.ofFen(-5)))
                .containsExactly(
                        Posting.debit(Account.RETURN_RECEIVABLE, Yuan.ofFen(5)),
                        Posting.credit(Account.BANK, Yuan.ofFen(5)));
    }

    @Test
    void a_trial_balance_shows_each_account_on_its_own_side() {
        var receivable = new TrialBalance.Line(Account.RETURN_RECEIVABLE, Yuan.ofFen(50), Yuan.ofFen(20));
        var fund = new TrialBalance.Line(Account.RESIDENTS_FUND, Yuan.ofFen(10), Yuan.ofFen(40));
        var balance = new TrialBalance(List.of(receivable, fund), 3);
        assertThat(receivable.balance()).isEqualTo(Yuan.ofFen(30));
        assertThat(fund.balance()).isEqualTo(Yuan.ofFen(30));
        assertThat(balance.debits()).isEqualTo(Yuan.ofFen(60)).isEqualTo(balance.credits());
    }

    private static JournalEntry entry(Posting... postings) {
        return new JournalEntry(
                EntryKind.FUNDING,
                UnitCode.of("440703006101"),
                YearMonth.parse("2026-03"),
                LocalDate.parse("2026-04-01"),
                "funding-1",
                "memo",
                List.of(postings));
    }
}
