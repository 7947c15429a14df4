package org.linli.platform.problem;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.platform.text.PersonalNumbers;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class NoPersonalNumbersTest {

    private record Room(@NoPersonalNumbers @Nullable String name) {}

    @Test
    void a_number_is_refused_by_what_it_is() {
        assertThat(messages("三楼，找王老师 138 0013 8000"))
                .containsExactly(PersonalNumbers.FAULT + ": not words without personal data");
    }

    @Test
    void other_words_stand() {
        assertThat(messages("三楼 301 室")).isEmpty();
        assertThat(messages(null)).isEmpty();
    }

    private static List<String> messages(@Nullable String name) {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            return factory.getValidator().validate(new Room(name)).stream()
                    .map(violation -> violation.getMessage())
                    .toList();
        }
    }
}
