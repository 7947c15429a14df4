package org.linli.local.chaos;

import org.junit.jupiter.api.Test;

import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;

class KillPlanTest {
    @Test
    void the_same_seed_kills_the_same_at_the_same_moments() {
        assertThat(KillPlan.of(Chaos.VICTIMS, 42)).isEqualTo(KillPlan.of(Chaos.VICTIMS, 42));
        assertThat(KillPlan.of(Chaos.VICTIMS, 42)).isNotEqualTo(KillPlan.of(Chaos.VICTIMS, 43));
    }

    @Test
    void kills_each_once_in_the_middle_of_the_work_and_in_order() {
        LongStream.range(0, 100)
                .mapToObj(seed -> KillPlan.of(Chaos.VICTIMS, seed))
                .forEach(plan -> {
                    assertThat(plan.kills())
                            .extracting(KillPlan.Kill::part)
                            .containsExactlyInAnyOrderElementsOf(Chaos.VICTIMS);
                    assertThat(plan.kills())
                            .extracting(KillPlan.Kill::after)
                            .isSorted()
                            .allMatch(after -> after > 0.05 && after < 0.95);
                });
    }
}
