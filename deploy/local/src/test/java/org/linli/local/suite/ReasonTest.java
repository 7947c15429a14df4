package org.linli.local.suite;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReasonTest {
    @Test
    void the_innermost_cause_says_most_also_inside_a_structured_line() {
        assertThat(Reason.of("x\n{\"stack_trace\":\"A: a\\n\\tat b\\nCaused by: org.flywaydb.core.Bad: checksum 1"
                        + "\\n\\tat c\"}"))
                .isEqualTo("Bad: checksum 1");
        assertThat(Reason.of("a\nCaused by: java.io.IOException: one\nCaused by: java.net.BindException: in use\n z"))
                .isEqualTo("BindException: in use");
    }

    @Test
    void else_the_last_line_cut_to_a_readable_length() {
        assertThat(Reason.of("first\nlast\n")).isEqualTo("last");
        assertThat(Reason.of("x".repeat(1_000))).hasSize(241);
    }

    @Test
    void a_start_that_failed_says_how_and_why() {
        assertThat(Reason.ofStart("fund-service ended while starting. Its log /x.log ends with:\nCaused by:"
                        + " java.net.BindException: Address already in use\n at a"))
                .isEqualTo("fund-service ended while starting: BindException: Address already in use");
        assertThat(Reason.ofStart("Kafka is not on the class path")).isEqualTo("Kafka is not on the class path");
    }

    @Test
    void an_end_for_want_of_memory_is_named() {
        assertThat(Reason.ofEnd("{}\nTerminating due to java.lang.OutOfMemoryError: Java heap space\n"))
                .isEqualTo(" (out of memory)");
        assertThat(Reason.ofEnd("{\"message\":\"all well\"}")).isEmpty();
    }
}
