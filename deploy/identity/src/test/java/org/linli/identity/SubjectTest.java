package org.linli.identity;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SubjectTest {

    @Test
    void refuses_a_role_that_the_suite_does_not_know() {
        assertThatThrownBy(() -> new Subject("a", "A", List.of("king"), List.of("4407")))
                .hasMessageContaining("king");
    }

    @Test
    void refuses_a_unit_that_is_no_prefix_of_the_hierarchy() {
        assertThatThrownBy(() -> new Subject("a", "A", List.of("hq"), List.of("44070")))
                .hasMessageContaining("44070");
    }

    @Test
    void refuses_nobody_and_no_role() {
        assertThatThrownBy(() -> new Subject(" ", "A", List.of("hq"), List.of()))
                .hasMessageContaining("id");
        assertThatThrownBy(() -> new Subject("a", "A", null, List.of())).hasMessageContaining("roles");
    }
}
