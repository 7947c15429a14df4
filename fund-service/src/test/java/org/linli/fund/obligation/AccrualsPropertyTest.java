package org.linli.fund.obligation;

import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.linli.fund.Seeds;
import org.linli.fund.ledger.Account;
import org.linli.fund.ledger.JournalEntry;
import org.linli.fund.ledger.Posting;
import org.linli.fund.policy.Figures;
import org.linli.platform.decision.Decision;
import org.linli.platform.money.Yuan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.fund.policy.PolicyFixtures.bookWith;

/** Whatever statements come, however they are cut into batches, the sums agree to the fen. */
class AccrualsPropertyTest {

    @Test
    void batches_of_any_size_lead_to_the_same_obligations_and_entries() {
        Seeds.each(200, random -> {
            List<AcceptedStatement> statements = statements(random);
            var atOnce = Accruals.of(statements, List.of(), bookWith());
            Map<ObligationKey, Obligation> kept = new HashMap<>();
            List<JournalEntry> entries = new ArrayList<>();
            for (int from = 0; from < statements.size(); ) {
                int to = Math.min(statements.size(), from + 1 + random.nextInt(5));
                var batch = Accruals.of(statements.subList(from, to), kept.values(), bookWith());
                batch.obligations().forEach(obligation -> kept.put(obligation.key(), obligation));
                entries.addAll(batch.entries());
                from = to;
            }
            assertThat(atOnce.obligations()).containsExactlyInAnyOrderElementsOf(kept.values());
            assertThat(atOnce.entries()).isEqualTo(entries);
        });
    }

    @Test
    void what_is_owed_is_a_fifth_of_the_last_version_and_the_sum_of_all_changes() {
        Seeds.each(200, random -> {
            List<AcceptedStatement> statements = statements(random);
            var accruals = Accruals.of(statements, List.of(), bookWith());
            for (Obligation obligation : accruals.obligations()) {
                Figures last = statements.stream()
                        .filter(statement -> statement.key().equals(obligation.key()))
                        .reduce((earlier, later) -> later)
                        .orElseThrow()
                        .figures();
                assertThat(obligation.owed().getAmount()).isEqualByComparingTo(aFifth(last));
                assertThat(sum(accruals.accruals().stream()
                                .filter(accrual -> accrual.after().key().equals(obligation.key()))
                                .map(Accrual::change)
                                .toList()))
                        .isEqualTo(obligation.owed());
            }
        });
    }

    @Test
    void the_ledger_holds_what_the_obligations_say() {
        Seeds.each(200, random -> {
            var accruals = Accruals.of(statements(random), List.of(), bookWith());
            List<Posting> postings = accruals.entries().stream()
                    .flatMap(entry -> entry.postings().stream())
                    .toList();
            Money owed =
                    sum(accruals.obligations().stream().map(Obligation::owed).toList());
            assertThat(balance(postings, Account.RETURN_RECEIVABLE)).isEqualTo(owed);
            assertThat(balance(postings, Account.RESIDENTS_FUND)).isEqualTo(owed.negated());
        });
    }

    @Test
    void fundings_never_exceed_what_is_owed() {
        Seeds.each(200, random -> {
            LocalDate day = LocalDate.parse("2026-12-31");
            for (Obligation opened :
                    Accruals.of(statements(random), List.of(), bookWith()).obligations()) {
                Obligation obligation = opened;
                for (int n = 0; n < 10; n++) {
                    Money amount = Yuan.ofFen(1 + random.nextLong(Yuan.fen(opened.owed()) + 100));
                    if (obligation.fund(amount, day, day)
                            instanceof Decision.Accepted<Obligation, FundingRefusal>(Obligation next)) {
                        obligation = next;
                    }
                    assertThat(obligation.funded()).isLessThanOrEqualTo(obligation.owed());
                }
            }
        });
    }

    /** Gross of up to 10^12 yuan either way, tax and cost of the same sign and not larger. */
    private static List<AcceptedStatement> statements(SplittableRandom random) {
        Map<ObligationKey, Integer> versions = new HashMap<>();
        List<AcceptedStatement> statements = new ArrayList<>();
        for (int n = 1 + random.nextInt(30); n > 0; n--) {
            ObligationKey key =
                    ObligationFixtures.key("44070300610" + random.nextInt(4), "2026-0" + (1 + random.nextInt(3)));
            int version = versions.merge(key, 1 + random.nextInt(2), Integer::sum);
            statements.add(ObligationFixtures.accepted(key, version, figures(random)));
        }
        return statements;
    }

    private static Figures figures(SplittableRandom random) {
        long gross =
                random.nextLong(List.of(100L, 1_000_000L, 100_000_000_000_000L).get(random.nextInt(3)));
        long tax = gross == 0 ? 0 : random.nextLong(gross + 1) / 10;
        long cost = gross == 0 ? 0 : random.nextLong(gross + 1);
        int sign = random.nextInt(6) == 0 ? -1 : 1;
        return Figures.ofFen(sign * gross, sign * tax, sign * cost);
    }

    private static BigDecimal aFifth(Figures figures) {
        return figures.gross()
                .getAmount()
                .subtract(figures.tax().getAmount())
                .max(BigDecimal.ZERO)
                .divide(BigDecimal.valueOf(5), 2, RoundingMode.HALF_UP);
    }

    private static Money balance(List<Posting> postings, Account account) {
        return sum(postings.stream()
                .filter(posting -> posting.account() == account)
                .map(posting -> posting.debit().minus(posting.credit()))
                .toList());
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Yuan.zero(), Money::plus);
    }
}
