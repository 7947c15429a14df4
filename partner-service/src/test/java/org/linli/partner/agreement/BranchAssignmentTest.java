package org.linli.partner.agreement;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.platform.unit.UnitCode;

import static org.assertj.core.api.Assertions.assertThat;

class BranchAssignmentTest {

    @ParameterizedTest
    @CsvSource({
        "440703006107,             , 440703006107",
        "440703006107, 440703006107, 440703006107",
        "440703006107, 440703006108, BranchElsewhere",
        "440703006107, 440703006,    BranchElsewhere",
        "440703006,                , BranchNotNamed",
        "440703006,    440703006107, 440703006107",
        "440703006,    440703006,    BranchElsewhere",
        "440703006,    440703007107, BranchElsewhere",
    })
    void a_branch_carries_out_its_own_call_and_a_named_one_the_streets(
            String decidedBy, @Nullable String named, String outcome) {
        assertThat(
                        switch (BranchAssignment.of(
                                UnitCode.of(decidedBy), named == null ? null : UnitCode.of(named))) {
                            case BranchAssignment.At at -> at.branch().value();
                            case BranchAssignment.Refused refused ->
                                refused.reason().getClass().getSimpleName();
                        })
                .isEqualTo(outcome);
    }
}
