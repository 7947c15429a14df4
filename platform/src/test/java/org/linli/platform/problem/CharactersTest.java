package org.linli.platform.problem;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.HibernateValidator;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class CharactersTest {

    record Title(
            @Size(min = 1, max = 200) String text,
            @Size(max = 1) List<@Size(max = 2) String> words,
            @Size(max = 1) Map<String, String> more) {}

    @Test
    void a_character_outside_the_first_plane_is_one() {
        assertThat(faults(new Title("𠮷".repeat(200), List.of("𠮷𠮷"), Map.of())))
                .isZero();
        assertThat(faults(new Title("𠮷".repeat(201), List.of("𠮷𠮷𠮷"), Map.of())))
                .isEqualTo(2);
        assertThat(faults(new Title("", List.of("a", "b"), Map.of("a", "b", "c", "d"))))
                .isEqualTo(3);
        assertThat(faults(new Title(null, null, null))).isZero();
    }

    private static int faults(Title title) {
        var configuration = Validation.byProvider(HibernateValidator.class).configure();
        Characters.count(configuration);
        try (ValidatorFactory factory = configuration.buildValidatorFactory()) {
            Validator validator = factory.getValidator();
            return validator.validate(title).size();
        }
    }
}
