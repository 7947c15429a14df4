package org.linli.platform.problem;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;
import org.linli.platform.text.PersonalNumbers;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Words that others read: without telephone and identity numbers ({@link PersonalNumbers}). */
@Documented
@Constraint(validatedBy = NoPersonalNumbers.Validator.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface NoPersonalNumbers {

    /** What is wrong before {@code ": not "}, and what would be right after it. */
    String message() default PersonalNumbers.FAULT + ": not words without personal data";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Holds nothing between two texts. */
    final class Validator implements ConstraintValidator<NoPersonalNumbers, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || !PersonalNumbers.in(text);
        }
    }
}
