package org.linli.partner.partner;

import org.jspecify.annotations.Nullable;
import org.linli.partner.partner.CheckedPartner.Licence;
import org.linli.partner.partner.PartnerDraft.LicenceDraft;
import org.linli.platform.problem.FieldError;
import org.linli.platform.text.Dates;
import org.linli.platform.text.Identifiers;
import org.linli.platform.text.Texts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Licences: each named once, and none that has run out already; some have no end. */
final class LicenceRules {

    private static final int MOST = 50;
    private static final int LONGEST = 100;

    private LicenceRules() {}

    /** The licences that are right; the mistakes of the others are added. */
    static List<Licence> licences(
            @Nullable List<@Nullable LicenceDraft> drafts, LocalDate today, List<FieldError> mistakes) {
        if (drafts == null) {
            return List.of();
        }
        if (drafts.size() > MOST) {
            mistakes.add(new FieldError("licences", "too many", "up to " + MOST + " licences"));
            return List.of();
        }
        List<Licence> right = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (int at = 0; at < drafts.size(); at++) {
            String field = "licences[" + at + "]";
            Licence licence = licence(drafts.get(at), field, today, mistakes);
            if (licence != null && !named.add(licence.type() + "\0" + licence.number())) {
                mistakes.add(new FieldError(field, "named twice", "each licence once"));
            } else if (licence != null) {
                right.add(licence);
            }
        }
        return right;
    }

    private static @Nullable Licence licence(
            @Nullable LicenceDraft draft, String field, LocalDate today, List<FieldError> mistakes) {
        if (draft == null) {
            mistakes.add(new FieldError(field, "missing", "a licence"));
            return null;
        }
        String type = text(draft.type(), field + ".type", mistakes);
        String number = text(draft.number(), field + ".number", mistakes);
        LocalDate until = Dates.day(draft.validUntil()).orElse(null);
        boolean over = until != null && until.isBefore(today);
        if (over || until == null && draft.validUntil() != null) {
            mistakes.add(new FieldError(
                    field + ".validUntil",
                    over ? "the licence has run out" : "not a day",
                    "a day such as 2028-06-30, from " + today + " to " + Dates.LAST_YEAR
                            + ", or null where it has no end"));
            return null;
        }
        return type == null || number == null ? null : new Licence(type, number, until);
    }

    private static @Nullable String text(@Nullable String text, String field, List<FieldError> mistakes) {
        String name = Texts.nameOrNull(text);
        if (text == null || name == null || Texts.length(name) > LONGEST) {
            mistakes.add(
                    new FieldError(field, name == null ? "missing" : "too long", "1 to " + LONGEST + " characters"));
            return null;
        }
        Optional<String> fault = Identifiers.fault(text);
        fault.ifPresent(wrong -> mistakes.add(new FieldError(field, wrong, Texts.EXPECTED)));
        return fault.isPresent() ? null : name;
    }
}
