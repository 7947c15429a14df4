package org.linli.fund.web;

import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.FieldError;
import org.linli.platform.problem.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the fields of a request and collects everything that is wrong with them, not only the first. */
public final class Fields {

    private final List<FieldError> errors = new ArrayList<>();

    /** The value, or an error on the field where there is none. */
    public <T> @Nullable T read(String field, @Nullable String given, Optional<T> value, String expected) {
        if (value.isEmpty()) {
            errors.add(new FieldError(field, given == null ? "missing" : "not valid", expected));
        }
        return value.orElse(null);
    }

    /** 422 with every field at fault, where there is any. */
    public void complain(String title) {
        if (!errors.isEmpty()) {
            throw Problem.invalid(title).fields(errors).exception();
        }
    }
}
