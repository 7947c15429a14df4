package org.linli.platform.problem;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class SingleLineTest {

    private record Titled(@SingleLine @Nullable String title) {}

    @ParameterizedTest
    @ValueSource(strings = {"长者\n书法班", "长者\r书法班", "长者\t书法班", "长者\u2028书法班", "长者\uFFFE书法班"})
    void a_title_of_two_lines_is_refused_by_what_it_holds(String title) {
        assertThat(messages(title))
                .singleElement()
                .asString()
                .startsWith("holds U+")
                .contains(": not one line");
    }

    @Test
    void one_line_stands_whatever_is_around_it() {
        assertThat(messages("长者书法班\n")).isEmpty();
        assertThat(messages(null)).isEmpty();
    }

    private static List<String> messages(@Nullable String title) {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            return factory.getValidator().validate(new Titled(title)).stream()
                    .map(violation -> violation.getMessage())
                    .toList();
        }
    }
}
