package org.linli.company.unit;

import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.FieldError;
import org.linli.platform.text.CreditCode;
import org.linli.platform.text.Identifiers;
import org.linli.platform.text.Texts;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a unit must be to be registered. */
final class UnitRules {

    static final int LONGEST_NAME = 100;

    private static final String NAME = "1 to " + LONGEST_NAME + " characters";

    private UnitRules() {}

    /** Every mistake in what was sent; none where it is a unit that the caller may register. */
    static List<FieldError> mistakes(UnitDraft draft, Scope scope) {
        List<FieldError> mistakes = new ArrayList<>();
        var code = UnitCode.parse(draft.code());
        if (code.isEmpty()) {
            mistakes.add(new FieldError(
                    "code",
                    draft.code() == null ? "needed in a batch" : UnitCode.fault(draft.code(), "a division code"),
                    UnitCode.expected(draft.code(), UnitCode.EXPECTED)));
        } else if (!code.get().isPossible()) {
            mistakes.add(new FieldError("code", "no place has this code", UnitCode.EXPECTED + " of a place there is"));
        } else if (code.get().filledUp().isPresent()) {
            UnitCode meant = code.get().filledUp().orElseThrow();
            mistakes.add(new FieldError(
                    "code",
                    "the code of a " + meant.level().name().toLowerCase(Locale.ROOT) + " filled up with zeros",
                    meant.value()));
        } else if (code.get().filledUpAbove().isPresent()) {
            UnitCode above = code.get().filledUpAbove().orElseThrow();
            mistakes.add(new FieldError(
                    "code",
                    "lies in " + above + ", which is filled up with zeros",
                    UnitCode.EXPECTED + " of a place there is"));
        } else if (!scope.covers(code.get())) {
            mistakes.add(new FieldError("code", "not one of your units", "a code under " + scope.prefixes()));
        }
        nameMistake(draft.name(), mistakes);
        classMistake(draft, code.orElse(null), mistakes);
        if (!isEmpty(draft.creditCode())) {
            CreditCode.fault(draft.creditCode())
                    .ifPresent(fault ->
                            mistakes.add(new FieldError("creditCode", fault, CreditCode.EXPECTED + ", or nothing")));
        }
        return mistakes;
    }

    private static void classMistake(UnitDraft draft, @Nullable UnitCode code, List<FieldError> mistakes) {
        if (isEmpty(draft.unitClass())) {
            return;
        }
        if (Arrays.stream(UnitClass.values()).noneMatch(known -> known.name().equals(draft.unitClass()))) {
            mistakes.add(new FieldError(
                    "unitClass",
                    "not a class of branches",
                    "one of " + Arrays.toString(UnitClass.values()) + ", or nothing"));
        } else if (code != null && !code.isCommunity()) {
            mistakes.add(new FieldError("unitClass", "only branches have a class", "nothing, or a code of 12 digits"));
        }
    }

    private static void nameMistake(@Nullable String text, List<FieldError> mistakes) {
        if (text == null || Texts.isBlank(text)) {
            mistakes.add(new FieldError("name", "missing", NAME));
        } else if (Texts.name(text).length() > LONGEST_NAME) {
            mistakes.add(new FieldError("name", "too long", NAME));
        } else {
            Identifiers.faultOfName(text)
                    .ifPresent(fault -> mistakes.add(new FieldError("name", fault, Texts.EXPECTED)));
        }
    }

    static boolean isEmpty(@Nullable String text) {
        return text == null || text.isEmpty();
    }
}
