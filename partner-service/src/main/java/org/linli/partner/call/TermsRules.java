package org.linli.partner.call;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What holds between the parts of a call. Whatever does not comes back, all of it. */
public final class TermsRules {

    /** @param field at fault; @param reason what is wrong; @param expected what would be right */
    public record Violation(String field, String reason, String expected) {}

    private TermsRules() {}

    public static List<Violation> faults(CallTerms terms) {
        List<Violation> faults = new ArrayList<>();
        int weights = terms.criteria().stream().mapToInt(Criterion::weight).sum();
        if (weights != 100) {
            faults.add(new Violation("criteria", "the weights sum to " + weights, "weights that sum to 100"));
        }
        if (hasTwice(terms.criteria(), Criterion::code)) {
            faults.add(new Violation("criteria", "a code stands twice", "a code of its own for each criterion"));
        }
        if (hasTwice(terms.documents(), DocumentRequirement::code)) {
            faults.add(new Violation("documents", "a code stands twice", "a code of its own for each document"));
        }
        if (hasTwice(terms.modes(), mode -> mode)) {
            faults.add(new Violation("modes", "a mode stands twice", "each mode once"));
        }
        return faults;
    }

    private static <T> boolean hasTwice(List<T> items, Function<T, Object> key) {
        return items.stream().map(key).distinct().count() < items.size();
    }
}
