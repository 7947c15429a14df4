package org.linli.company.entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.money.Yuan;
import org.linli.platform.problem.FieldError;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;

import java.util.Set;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class EntryRulesTest {

    private static final String BRANCH = "440703006101";
    private static final EntryRules RULES = new EntryRules(
            Set.of(UnitCode.of(BRANCH), UnitCode.of("440703006102"), UnitCode.of("440703006")),
            Set.of("CANTEEN", "OTHER"),
            Scope.of(BRANCH));

    @Test
    void takes_a_sale_as_it_is() {
        assertThat(RULES.check(draft("100.10", "1.00", "99.99")))
                .isInstanceOfSatisfying(EntryRules.Checked.Valid.class, right -> {
                    assertThat(Yuan.fen(right.entry().gross())).isEqualTo(10010);
                    assertThat(right.entry().project()).isNull();
                    assertThat(right.entry().counterparty()).isEqualTo(UnitCode.of("440703006"));
                });
    }

    @ParameterizedTest
    @CsvSource({
        "100.00, 100.00, 100.00, ''",
        "-100.00, -1.00, 0.00, ''",
        "0.00, 0.00, 0.00, ''",
        "999999999999.99, 0, 0, ''",
        "100.00, -1.00, 0.00, tax",
        "-100.00, 1.00, 0.00, tax",
        "100.00, 100.01, 0.00, tax",
        "-100.00, 0.00, -100.01, directCost",
        "0.00, 0.01, 0.00, tax",
        "1000000000000, 0, 0, gross",
        "1.234, 0, 0, gross",
        "1e3, 0, 0, gross",
        "'1,000.00', 0, 0, gross",
        "' 1', 0, 0, gross",
        ".5, 0, 0, gross",
        "5., 0, 0, gross",
        "١٢, 0, 0, gross",
        "'', 0, 0, gross"
    })
    void judges_amounts(String gross, String tax, String cost, String wrongField) {
        assertThat(fields(draft(gross, tax, cost))).isEqualTo(wrongField.isEmpty() ? Set.of() : Set.of(wrongField));
    }

    @Test
    void names_every_mistake_of_a_row() {
        EntryDraft draft = new EntryDraft(
                " ",
                "440703006102",
                "2026-3",
                "2026-02-30",
                "BARBER",
                "x".repeat(201),
                "9999",
                "好".repeat(201),
                "a",
                "b",
                "c",
                "😀".repeat(201));
        assertThat(fields(draft))
                .containsExactlyInAnyOrder(
                        "entryNo",
                        "unit",
                        "period",
                        "date",
                        "line",
                        "project",
                        "counterparty",
                        "partner",
                        "gross",
                        "tax",
                        "directCost",
                        "memo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#N/A", "#NAME?", "########", "#REF!", "2.02609E+17"})
    void a_name_that_a_spreadsheet_has_spoilt_is_none(String name) {
        EntryDraft draft =
                new EntryDraft("1", BRANCH, "2026-03", "2026-03-01", "OTHER", name, "", name, "1", "0", "0", "");
        assertThat(fields(draft)).containsExactlyInAnyOrder("project", "partner");
    }

    @ParameterizedTest
    @CsvSource({
        "4.40703E+11, shortened by a spreadsheet",
        "' 440703006101', not a branch code",
        "４４０７０３００６１０１, not a branch code"
    })
    void a_branch_typed_otherwise_is_refused_by_what_is_wrong(String unit, String reason) {
        EntryDraft draft =
                new EntryDraft("1", unit, "2026-03", "2026-03-01", "OTHER", "", "", "", "1", "0", "0", "a\u0007b");
        assertThat(RULES.check(draft)).isInstanceOfSatisfying(EntryRules.Checked.Invalid.class, wrong -> {
            assertThat(wrong.mistakes()).extracting(FieldError::field).containsExactly("unit", "memo");
            assertThat(wrong.mistakes().getFirst().reason()).startsWith(reason);
            assertThat(wrong.mistakes().getFirst().expected())
                    .startsWith(unit.startsWith("4.") ? "a branch" : "440703006101: ");
        });
    }

    @Test
    void counts_characters_and_not_code_units() {
        assertThat(fields(new EntryDraft(
                        "1", BRANCH, "2026-03", "2026-03-01", "OTHER", "😀".repeat(200), "", "", "1", "0", "0", "")))
                .isEmpty();
    }

    @Test
    void does_not_tell_a_strangers_branch_from_an_unknown_one() {
        EntryDraft sibling =
                new EntryDraft("1", "440703006102", "2026-03", "2026-03-01", "OTHER", "", "", "", "1", "0", "0", "");
        EntryDraft unknown =
                new EntryDraft("1", "440703006103", "2026-03", "2026-03-01", "OTHER", "", "", "", "1", "0", "0", "");
        assertThat(RULES.check(sibling)).isEqualTo(RULES.check(unknown));
    }

    @Test
    void refuses_a_date_outside_the_period() {
        assertThat(fields(new EntryDraft("1", BRANCH, "2026-03", "2026-04-01", "OTHER", "", "", "", "1", "0", "0", "")))
                .containsExactly("date");
    }

    private static Set<String> fields(EntryDraft draft) {
        return switch (RULES.check(draft)) {
            case EntryRules.Checked.Valid right -> Set.of();
            case EntryRules.Checked.Invalid wrong ->
                wrong.mistakes().stream().map(FieldError::field).collect(Collectors.toSet());
        };
    }

    private static EntryDraft draft(String gross, String tax, String cost) {
        return new EntryDraft(
                "E-1", BRANCH, "2026-03", "2026-03-31", "CANTEEN", "", "440703006", null, gross, tax, cost, null);
    }
}
