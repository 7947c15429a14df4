package org.linli.company.unit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.platform.problem.FieldError;
import org.linli.platform.testing.GoldenEvents;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class UnitTest {

    private static final UnitCode CODE = UnitCode.of("440703006107");
    private static final Scope STREET = Scope.of("440703006");

    @Test
    void events_are_written_as_documented() {
        GoldenEvents.assertDocumented(UnitEventV1.registered(new Unit(CODE, "石冲社区", UnitClass.VENUE, null)));
        GoldenEvents.assertDocumented(UnitEventV1.changed(new Unit(CODE, "石冲社区居委会", UnitClass.ALL_ROUND, null), 2));
    }

    @Test
    void takes_a_branch_with_class_and_credit_code() {
        assertThat(mistakes("440703006107", "石冲社区", "VENUE", "91440703MA4UJ8G67U"))
                .isEmpty();
        assertThat(mistakes("440703006", "环市街道", "", "")).isEmpty();
    }

    @Test
    void names_every_mistake() {
        assertThat(mistakes("44070300610", " ", "BARBER", "91440703MA4UJ8G670"))
                .containsExactlyInAnyOrder("code", "name", "unitClass", "creditCode");
        assertThat(mistakes("440703007101", "x".repeat(101), null, null)).containsExactlyInAnyOrder("code", "name");
        assertThat(mistakes("440703006", "环市街道", "VENUE", null)).containsExactly("unitClass");
        assertThat(mistakes("440703006107", "a", null, "91440703MA4UJ8G67e ")).containsExactly("creditCode");
    }

    @ParameterizedTest
    @CsvSource({
        "440703000121, lies in 440703000",
        "440700006121, lies in 440700",
        "999999999999, no place",
        "770703006121, no place",
        "990703, no place",
        "4.40703E+11, shortened by a spreadsheet"
    })
    void a_place_that_there_cannot_be_is_refused(String code, String reason) {
        assertThat(UnitRules.mistakes(new UnitDraft(code, "环市", null, null), Scope.everywhere()))
                .singleElement()
                .extracting(FieldError::reason)
                .asString()
                .startsWith(reason);
    }

    private static List<String> mistakes(String code, String name, String unitClass, String creditCode) {
        return UnitRules.mistakes(new UnitDraft(code, name, unitClass, creditCode), STREET).stream()
                .map(FieldError::field)
                .toList();
    }
}
