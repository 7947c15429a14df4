package org.linli.company.consolidation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.platform.money.Yuan;
import org.linli.platform.unit.UnitCode;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class EliminationTest {

    private static final UnitCode BRANCH = UnitCode.of("440703006101");

    /** Counterparty, then the levels at which the sale is eliminated: branch, street, district, city. */
    @ParameterizedTest(name = "a sale to {0} is eliminated at branch {1}, street {2}, district {3}, city {4}")
    @CsvSource({
        "440703006101, true,  true,  true,  true",
        "440703006102, false, true,  true,  true",
        "440703006,    false, true,  true,  true",
        "440703007101, false, false, true,  true",
        "440703,       false, false, true,  true",
        "440704001101, false, false, false, true",
        "4407,         false, false, false, true",
        "440105003101, false, false, false, false",
        "4401,         false, false, false, false",
    })
    void a_sale_is_eliminated_where_both_lie_inside(
            String counterparty, boolean branch, boolean street, boolean district, boolean city) {
        UnitCode buyer = UnitCode.of(counterparty);
        assertThat(Elimination.holds(BRANCH, BRANCH, buyer)).isEqualTo(branch);
        assertThat(Elimination.holds(UnitCode.of("440703006"), BRANCH, buyer)).isEqualTo(street);
        assertThat(Elimination.holds(UnitCode.of("440703"), BRANCH, buyer)).isEqualTo(district);
        assertThat(Elimination.holds(UnitCode.of("4407"), BRANCH, buyer)).isEqualTo(city);
    }

    @Test
    void a_sale_to_nobody_of_ours_is_never_eliminated() {
        BRANCH.lineage()
                .forEach(scope ->
                        assertThat(Elimination.holds(scope, BRANCH, null)).isFalse());
    }

    @Test
    void the_four_levels_of_one_sale_differ_in_what_is_external() {
        CellChanges delta = new CellChanges();
        delta.add(saleTo(UnitCode.of("440703006102"), 100_00));

        assertThat(external(delta, "440703006101")).isEqualTo("100.00");
        assertThat(external(delta, "440703006")).isEqualTo("0.00");
        assertThat(external(delta, "440703")).isEqualTo("0.00");
        assertThat(external(delta, "4407")).isEqualTo("0.00");
    }

    @Test
    void a_statement_is_subtracted_under_the_class_it_was_accepted_with() {
        AcceptedStatement asVenue = saleTo(null, 100_00);
        AcceptedStatement asResource =
                new AcceptedStatement("second", asVenue.key(), 2, "RESOURCE", asVenue.acceptedAt(), asVenue.lines());

        CellChanges delta =
                ConsolidationUpdate.of(List.of(asVenue), List.of(asResource)).delta();

        assertThat(delta.lines().get(cell("4407", "VENUE")).all().gross()).isEqualTo(Yuan.ofFen(-100_00));
        assertThat(delta.lines().get(cell("4407", "RESOURCE")).all().gross()).isEqualTo(Yuan.ofFen(100_00));
        assertThat(delta.branches()).as("the branch earned what it earned").isEmpty();
    }

    private static AcceptedStatement saleTo(UnitCode counterparty, long fen) {
        Amounts measures = new Amounts(Yuan.ofFen(fen), Yuan.zero(), Yuan.zero(), 1);
        return new AcceptedStatement(
                "first",
                new StatementKey(BRANCH, YearMonth.of(2026, 3)),
                1,
                "VENUE",
                Instant.parse("2026-04-03T02:11:09Z"),
                List.of(new StatementLine("CANTEEN", null, null, counterparty, measures)));
    }

    private static Cell.OfLine cell(String scope, String unitClass) {
        return new Cell.OfLine(UnitCode.of(scope), YearMonth.of(2026, 3), "CANTEEN", unitClass);
    }

    private static String external(CellChanges delta, String scope) {
        return Yuan.format(delta.lines().get(cell(scope, "VENUE")).external());
    }
}
