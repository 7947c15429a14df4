package org.linli.company.unit;

import cn.hutool.core.util.CreditCodeUtil;
import org.jspecify.annotations.Nullable;
import org.linli.platform.problem.FieldError;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a unit must be to be registered. */
final class UnitRules {

    static final int LONGEST_NAME = 100;

    private UnitRules() {}

    /** Every mistake in what was sent; none where it is a unit that the caller may register. */
    static List<FieldError> mistakes(UnitDraft draft, Scope scope) {
        List<FieldError> mistakes = new ArrayList<>();
        var code = UnitCode.parse(draft.code());
        if (code.isEmpty()) {
            mistakes.add(new FieldError("code", "not a division code", UnitCode.EXPECTED));
        } else if (!scope.covers(code.get())) {
            mistakes.add(new FieldError("code", "not one of your units", "a code under " + scope.prefixes()));
        }
        String name = draft.name();
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            mistakes.add(new FieldError(
                    "name",
                    name == null || name.isBlank() ? "missing" : "too long",
                    "1 to " + LONGEST_NAME + " characters"));
        }
        classMistake(draft, code.orElse(null), mistakes);
        if (!isEmpty(draft.creditCode()) && !isCreditCode(draft.creditCode())) {
            mistakes.add(new FieldError(
                    "creditCode",
                    "not a valid credit code",
                    "18 characters with the right check character (GB 32100-2015), or nothing"));
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

    private static boolean isCreditCode(@Nullable String text) {
        return text != null && text.length() == 18 && CreditCodeUtil.isCreditCode(text);
    }

    static boolean isEmpty(@Nullable String text) {
        return text == null || text.isEmpty();
    }
}
