package org.linli.platform.decision;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DecisionTest {

    private record TooLate(String day) implements RefusalReason {}

    @Test
    void an_accepted_command_gives_what_is_next() {
        assertThat(Decision.<String, TooLate>accept("next").orRefuse()).isEqualTo("next");
    }

    @Test
    void a_refused_one_throws_its_reason_without_a_stack_trace() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() ->
                        Decision.<String, TooLate>refuse(new TooLate("Monday")).orRefuse())
                .satisfies(refused -> {
                    assertThat(refused.reason()).isEqualTo(new TooLate("Monday"));
                    assertThat(refused.getStackTrace()).isEmpty();
                });
    }

    @Test
    void decisions_are_equal_by_what_they_say() {
        assertThat(Decision.accept(1)).isEqualTo(Decision.accept(1)).isNotEqualTo(Decision.accept(2));
        assertThat(Decision.refuse(new TooLate("Monday"))).isEqualTo(Decision.refuse(new TooLate("Monday")));
    }
}
