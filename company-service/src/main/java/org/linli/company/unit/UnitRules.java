package org.linli.company.unit;

import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.FieldError;
import org.linli.platform.request.Fields;
import org.linli.platform.text.CreditCode;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a unit must be to be registered. */
final class UnitRules {

    static final int LONGEST_NAME = 100;

    private static final String PLACE = UnitCode.EXPECTED + " of a place there is";

    private UnitRules() {}

    /** Every mistake in what was sent; none where it is a unit that the caller may register. */
    static List<FieldError> mistakes(UnitDraft draft, Scope scope) {
        Fields fields = new Fields();
        UnitCode code = UnitCode.parse(draft.code()).orElse(null);
        if (code == null) {
            fields.add(
                    "code",
                    draft.code() == null ? "needed in a batch" : UnitCode.fault(draft.code(), "a division code"),
                    UnitCode.expected(draft.code(), UnitCode.EXPECTED));
        } else {
            place(fields, code, scope);
        }
        fields.name("name", draft.name(), LONGEST_NAME);
        unitClass(fields, draft.unitClass(), code);
        if (!isEmpty(draft.creditCode())) {
            CreditCode.fault(draft.creditCode())
                    .ifPresent(fault -> fields.add("creditCode", fault, CreditCode.EXPECTED + ", or nothing"));
        }
        return fields.errors();
    }

    private static void place(Fields fields, UnitCode code, Scope scope) {
        UnitCode meant = code.filledUp().orElse(null);
        UnitCode above = code.filledUpAbove().orElse(null);
        if (!code.isPossible()) {
            fields.add("code", "no place has this code", PLACE);
        } else if (meant != null) {
            String tier = meant.level().name().toLowerCase(Locale.ROOT);
            fields.add("code", "the code of a " + tier + " filled up with zeros", meant.value());
        } else if (above != null) {
            fields.add("code", "lies in " + above + ", which is filled up with zeros", PLACE);
        } else if (!scope.covers(code)) {
            fields.add("code", "not one of your units", "a code under " + scope.prefixes());
        }
    }

    private static void unitClass(Fields fields, @Nullable String text, @Nullable UnitCode code) {
        if (isEmpty(text)) {
            return;
        }
        if (Arrays.stream(UnitClass.values()).noneMatch(known -> known.name().equals(text))) {
            fields.add(
                    "unitClass",
                    "not a class of branches",
                    "one of " + Arrays.toString(UnitClass.values()) + ", or nothing");
        } else if (code != null && !code.isCommunity()) {
            fields.add("unitClass", "only branches have a class", "nothing, or a code of 12 digits");
        }
    }

    static boolean isEmpty(@Nullable String text) {
        return text == null || text.isEmpty();
    }
}
