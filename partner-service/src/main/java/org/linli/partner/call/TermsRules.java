package org.linli.partner.call;

import org.linli.platform.problem.FieldError;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What holds between the parts of a call. Whatever does not comes back, all of it. */
public final class TermsRules {

    private TermsRules() {}

    public static List<FieldError> faults(CallTerms terms) {
        List<FieldError> faults = new ArrayList<>();
        int weights = terms.criteria().stream().mapToInt(Criterion::weight).sum();
        if (weights != 100) {
            faults.add(new FieldError("criteria", "the weights sum to " + weights, "weights that sum to 100"));
        }
        if (hasTwice(terms.criteria(), Criterion::code)) {
            faults.add(new FieldError("criteria", "a code stands twice", "a code of its own for each criterion"));
        }
        if (hasTwice(terms.documents(), DocumentRequirement::code)) {
            faults.add(new FieldError("documents", "a code stands twice", "a code of its own for each document"));
        }
        if (hasTwice(terms.modes(), mode -> mode)) {
            faults.add(new FieldError("modes", "a mode stands twice", "each mode once"));
        }
        return faults;
    }

    private static <T> boolean hasTwice(List<T> items, Function<T, Object> key) {
        return items.stream().map(key).distinct().count() < items.size();
    }
}
