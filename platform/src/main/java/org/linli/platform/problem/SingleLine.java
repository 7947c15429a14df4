package org.linli.platform.problem;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;
import org.linli.platform.text.Texts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;

/** A name or title: a text of one line, without line feeds and tabs ({@link Texts#faultOfLine}). */
@Documented
@Constraint(validatedBy = SingleLine.Validator.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface SingleLine {

    String message() default "one line";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Says what is wrong before {@code ": not "}, and what would be right after it. */
    final class Validator implements ConstraintValidator<SingleLine, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            Optional<String> fault = text == null ? Optional.empty() : Texts.faultOfLine(text);
            fault.ifPresent(wrong -> {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(wrong + ": not one line of " + Texts.EXPECTED)
                        .addConstraintViolation();
            });
            return fault.isEmpty();
        }
    }
}
