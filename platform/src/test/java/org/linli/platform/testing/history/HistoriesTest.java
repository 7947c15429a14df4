package org.linli.platform.testing.history;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class HistoriesTest {

    private final History history =
            Histories.seeded(7).branches(6).periods("2026-01", 4).entries(30).make();

    @Test
    void the_same_seed_makes_the_same_history() {
        assertThat(Histories.seeded(7)
                        .branches(6)
                        .periods("2026-01", 4)
                        .entries(30)
                        .make())
                .isEqualTo(history);
        assertThat(Histories.seeded(8)
                        .branches(6)
                        .periods("2026-01", 4)
                        .entries(30)
                        .make())
                .isNotEqualTo(history);
    }

    @Test
    void versions_of_a_branch_and_period_follow_one_another() {
        var last = new java.util.HashMap<String, Statement>();
        for (Statement statement : history.statements()) {
            Statement before = last.put(statement.subject(), statement);
            assertThat(statement.sequence()).isEqualTo(before == null ? 1 : before.sequence() + 1);
            assertThat(statement.supersedes()).isEqualTo(before == null ? null : before.id());
        }
        assertThat(history.statements()).anyMatch(statement -> statement.version() > 1);
    }

    @Test
    void every_entry_is_one_that_may_be_booked() {
        Set<String> numbers = new HashSet<>();
        Set<String> units =
                new HashSet<>(history.units().stream().map(Unit::code).toList());
        for (Entry entry : history.entries()) {
            assertThat(numbers.add(entry.entryNo())).as("unique").isTrue();
            assertThat(entry.date().toString()).startsWith(entry.period());
            assertThat(units).contains(entry.unit());
            assertThat(entry.tax().abs()).isLessThanOrEqualTo(entry.gross().abs());
            assertThat(entry.directCost().abs())
                    .isLessThanOrEqualTo(entry.gross().abs());
            assertThat(entry.tax().signum() * entry.gross().signum()).isNotNegative();
        }
        assertThat(history.entries()).anyMatch(entry -> entry.gross().signum() < 0);
        assertThat(history.entries())
                .anyMatch(entry -> entry.isEliminatedAt("440703006") && !entry.isEliminatedAt(entry.unit()));
    }

    @Test
    void the_parts_add_up_to_the_whole() {
        Figures city = history.figures("4407");
        assertThat(history.byPeriod("4407").values().stream()
                        .map(Figures::gross)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(city.gross());
        assertThat(history.byLine("4407").values().stream()
                        .map(Figures::external)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(city.external());
        assertThat(history.byBranch("4407").values().stream()
                        .mapToLong(Figures::entries)
                        .sum())
                .isEqualTo(city.entries());
    }
}
