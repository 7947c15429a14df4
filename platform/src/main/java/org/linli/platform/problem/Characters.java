package org.linli.platform.problem;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.jspecify.annotations.Nullable;
import org.linli.platform.text.Texts;

import java.util.Collection;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Lets {@link Size} count a text as people and the documents' {@code maxLength} do (JSON Schema, 6.3.1): by characters, of
 * which one outside the first plane is one.
 */
final class Characters {

    private Characters() {}

    static void count(HibernateValidatorConfiguration configuration) {
        ConstraintMapping mapping = configuration.createConstraintMapping();
        mapping.constraintDefinition(Size.class)
                .includeExistingValidators(false)
                .validatedBy(OfText.class)
                .validatedBy(OfCollection.class)
                .validatedBy(OfMap.class);
        configuration.addMapping(mapping);
    }

    abstract static class Within<T> implements ConstraintValidator<Size, T> {

        private final ToIntFunction<T> size;
        private int min;
        private int max;

        Within(ToIntFunction<T> size) {
            this.size = size;
        }

        @Override
        public void initialize(Size bounds) {
            min = bounds.min();
            max = bounds.max();
        }

        @Override
        public boolean isValid(@Nullable T value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            int found = size.applyAsInt(value);
            return found >= min && found <= max;
        }
    }

    public static final class OfText extends Within<CharSequence> {
        public OfText() {
            super(text -> Texts.length(text.toString()));
        }
    }

    public static final class OfCollection extends Within<Collection<?>> {
        public OfCollection() {
            super(Collection::size);
        }
    }

    public static final class OfMap extends Within<Map<?, ?>> {
        public OfMap() {
            super(Map::size);
        }
    }
}
