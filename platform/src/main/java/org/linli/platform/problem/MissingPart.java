package org.linli.platform.problem;

import jakarta.validation.ConstraintViolation;
import org.springframework.validation.FieldError;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;

/** Of what kind a part of a request is that has to be there and is not. */
final class MissingPart {

    private MissingPart() {}

    /** Nothing for other mistakes, and for a gap in a list. */
    static Optional<Class<?>> of(FieldError error) {
        if (!"NotNull".equals(error.getCode())
                || error.getField().endsWith("]")
                || !error.contains(ConstraintViolation.class)) {
            return Optional.empty();
        }
        Object holder = error.unwrap(ConstraintViolation.class).getLeafBean();
        String name = error.getField().substring(error.getField().lastIndexOf('.') + 1);
        return holder == null || !holder.getClass().isRecord()
                ? Optional.empty()
                : Arrays.stream(holder.getClass().getRecordComponents())
                        .filter(part -> part.getName().equals(name))
                        .<Class<?>>map(RecordComponent::getType)
                        .findFirst();
    }
}
