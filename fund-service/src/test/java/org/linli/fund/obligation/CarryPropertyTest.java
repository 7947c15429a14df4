package org.linli.fund.obligation;

import org.junit.jupiter.api.Test;
import org.linli.fund.Seeds;
import org.linli.fund.ledger.Account;
import org.linli.fund.ledger.Posting;
import org.linli.fund.policy.Figures;
import org.linli.fund.policy.PolicyBook;
import org.linli.fund.policy.ReturnPolicy;
import org.linli.platform.money.Yuan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.fund.policy.BaseKind.GROSS;
import static org.linli.fund.policy.PolicyFixtures.bookWith;
import static org.linli.fund.policy.PolicyFixtures.carrying;
import static org.linli.fund.policy.PolicyFixtures.policy;

/** Whatever months are accepted and corrected, in whatever order, the year owes what its bases say. */
class CarryPropertyTest {

    private static final String STREET = "440703006";
    private static final String BRANCH = "440703006107";

    @Test
    void the_order_of_acceptance_changes_nothing_of_a_year_in_the_end() {
        Seeds.each(300, random -> {
            long[] fen = year(random);
            Map<ObligationKey, Obligation> kept = acceptedInAnyOrder(fen, random, yearLong());
            long[] assessed = recomputed(fen);
            for (int month = 0; month < 12; month++) {
                Obligation obligation = kept.get(key(month));
                assertThat(Yuan.fen(obligation.assessedBase())).isEqualTo(assessed[month]);
                assertThat(Yuan.fen(obligation.owed())).isEqualTo((assessed[month] + 2) / 5);
            }
            long positive = Arrays.stream(fen).filter(amount -> amount > 0).sum();
            assertThat(Arrays.stream(assessed).sum())
                    .isEqualTo(positive
                            - Math.min(positive, positive - Arrays.stream(fen).sum()));
        });
    }

    @Test
    void differences_are_posted_and_add_up_to_what_is_owed() {
        Seeds.each(200, random -> {
            List<Accrual> accruals = new ArrayList<>();
            Map<ObligationKey, Obligation> kept = new HashMap<>();
            for (AcceptedStatement statement : corrected(year(random), random)) {
                Accruals next = Accruals.of(List.of(statement), kept.values(), yearLong());
                accruals.addAll(next.accruals());
                next.obligations().forEach(obligation -> kept.put(obligation.key(), obligation));
            }
            for (Obligation obligation : kept.values()) {
                long posted = accruals.stream()
                        .flatMap(Accrual::entries)
                        .filter(entry -> entry.period().equals(obligation.key().period()))
                        .flatMap(entry -> entry.postings().stream())
                        .filter(posting -> posting.account() == Account.RETURN_RECEIVABLE)
                        .mapToLong(CarryPropertyTest::net)
                        .sum();
                assertThat(posted).isEqualTo(Yuan.fen(obligation.owed()));
                assertThat(obligation.owed().isNegative()).isFalse();
            }
            assertThat(kept.values().stream()
                            .mapToLong(obligation -> Yuan.fen(obligation.carried()))
                            .sum())
                    .isZero();
        });
    }

    @Test
    void batches_of_any_size_lead_to_the_same_year() {
        Seeds.each(100, random -> {
            List<AcceptedStatement> statements = corrected(year(random), random);
            Accruals atOnce = Accruals.of(statements, List.of(), yearLong());
            Map<ObligationKey, Obligation> kept = new HashMap<>();
            List<Object> entries = new ArrayList<>();
            for (int from = 0; from < statements.size(); ) {
                int to = Math.min(statements.size(), from + 1 + random.nextInt(5));
                Accruals batch = Accruals.of(statements.subList(from, to), kept.values(), yearLong());
                batch.obligations().forEach(obligation -> kept.put(obligation.key(), obligation));
                entries.addAll(batch.entries());
                from = to;
            }
            assertThat(atOnce.obligations()).containsExactlyInAnyOrderElementsOf(kept.values());
            assertThat(atOnce.entries()).isEqualTo(entries);
        });
    }

    @Test
    void months_whose_frozen_terms_do_not_carry_take_no_part() {
        PolicyBook fromJuly =
                bookWith(policy(STREET, 1, GROSS, "0.2", "2026-01"), carrying(STREET, 2, GROSS, "0.2", "2026-07"));
        Seeds.each(100, random -> {
            long[] fen = year(random);
            Map<ObligationKey, Obligation> kept = acceptedInAnyOrder(fen, random, fromJuly);
            long[] secondHalf = fen.clone();
            Arrays.fill(secondHalf, 0, 6, 0);
            long[] assessed = recomputed(secondHalf);
            for (int month = 0; month < 12; month++) {
                assertThat(Yuan.fen(kept.get(key(month)).assessedBase()))
                        .isEqualTo(month < 6 ? Math.max(0, fen[month]) : assessed[month]);
            }
        });
    }

    @Test
    void corrections_are_carried_on_the_terms_frozen_first() {
        Accruals first =
                Accruals.of(List.of(statement(6, 1, 1_000_000), statement(7, 1, -400_000)), List.of(), yearLong());
        ReturnPolicy stricter = policy(STREET, 9, GROSS, "0.9", "2026-01");
        Accruals corrected = Accruals.of(List.of(statement(7, 2, -500_000)), first.obligations(), bookWith(stricter));
        assertThat(first.obligations().getFirst().owed()).isEqualTo(Yuan.ofFen(120_000));
        assertThat(corrected.carriedOver()).singleElement().satisfies(july -> {
            assertThat(july.after().owed()).isEqualTo(Yuan.ofFen(100_000));
            assertThat(july.change()).isEqualTo(Yuan.ofFen(-20_000));
            assertThat(july.after().sequence()).isEqualTo(3);
        });
    }

    private static Map<ObligationKey, Obligation> acceptedInAnyOrder(
            long[] fen, SplittableRandom random, PolicyBook book) {
        Map<ObligationKey, Obligation> kept = new HashMap<>();
        for (AcceptedStatement statement : corrected(fen, random)) {
            Accruals.of(List.of(statement), kept.values(), book)
                    .obligations()
                    .forEach(obligation -> kept.put(obligation.key(), obligation));
        }
        return kept;
    }

    /** Each month with one to three versions, the last of which states the given amount; months in any order. */
    private static List<AcceptedStatement> corrected(long[] fen, SplittableRandom random) {
        int[] left = new int[12];
        int[] version = new int[12];
        List<Integer> turns = new ArrayList<>();
        for (int month = 0; month < 12; month++) {
            left[month] = 1 + random.nextInt(3);
            for (int n = 0; n < left[month]; n++) {
                turns.add(random.nextInt(turns.size() + 1), month);
            }
        }
        List<AcceptedStatement> statements = new ArrayList<>();
        for (int month : turns) {
            boolean last = --left[month] == 0;
            statements.add(statement(month, ++version[month], last ? fen[month] : amount(random)));
        }
        return statements;
    }

    /** The plain rule once more: each negative month takes from the months before it, backwards, then from those after. */
    private static long[] recomputed(long[] fen) {
        long[] left = fen.clone();
        for (int month = 0; month < 12; month++) {
            for (int other = month - 1; other >= 0; other--) {
                take(left, month, other);
            }
            for (int other = month + 1; other < 12; other++) {
                take(left, month, other);
            }
        }
        return Arrays.stream(left).map(rest -> Math.max(0, rest)).toArray();
    }

    private static void take(long[] left, int month, int other) {
        if (left[month] < 0 && left[other] > 0) {
            long taken = Math.min(-left[month], left[other]);
            left[month] += taken;
            left[other] -= taken;
        }
    }

    private static long[] year(SplittableRandom random) {
        return random.longs(0, 1).limit(12).map(nothing -> amount(random)).toArray();
    }

    private static long amount(SplittableRandom random) {
        long size = random.nextLong(List.of(10L, 1_000L, 100_000_000_000L).get(random.nextInt(3)));
        return random.nextInt(3) == 0 ? -size : size;
    }

    private static long net(Posting posting) {
        return Yuan.fen(posting.debit()) - Yuan.fen(posting.credit());
    }

    private static PolicyBook yearLong() {
        return bookWith(carrying(STREET, 1, GROSS, "0.2", "2026-01"));
    }

    private static ObligationKey key(int month) {
        return ObligationFixtures.key(BRANCH, "2026-%02d".formatted(month + 1));
    }

    private static AcceptedStatement statement(int month, int version, long fen) {
        return ObligationFixtures.accepted(key(month), version, Figures.ofFen(fen, 0, 0));
    }
}
