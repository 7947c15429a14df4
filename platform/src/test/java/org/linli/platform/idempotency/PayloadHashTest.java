package org.linli.platform.idempotency;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class PayloadHashTest {

    private final PayloadHash hash = new PayloadHash(JsonMapper.builder().build());

    record Before(String unit, List<String> lines) {}

    record After(List<String> lines, @Nullable String note, String unit, List<String> tags) {}

    @Test
    void holds_when_a_release_adds_fields_that_the_caller_does_not_send() {
        assertThat(hash.of("POST /a", new After(List.of("1", "2"), null, "4407", List.of())))
                .isEqualTo(hash.of("POST /a", new Before("4407", List.of("1", "2"))));
    }

    @Test
    void differs_with_anything_that_is_sent_otherwise() {
        assertThat(List.of(
                        hash.of("POST /a", new Before("4407", List.of("1", "2"))),
                        hash.of("POST /b", new Before("4407", List.of("1", "2"))),
                        hash.of("POST /a", new Before("4408", List.of("1", "2"))),
                        hash.of("POST /a", new Before("4407", List.of("2", "1"))),
                        hash.of("POST /a", new After(List.of("1", "2"), "now", "4407", List.of())),
                        hash.of("POST /a", "text")))
                .doesNotHaveDuplicates();
    }
}
