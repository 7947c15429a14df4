package org.linli.partner.partner;

import org.jspecify.annotations.Nullable;
import org.linli.partner.partner.CheckedPartner.Licence;
import org.linli.partner.partner.PartnerDraft.LicenceDraft;
import org.linli.platform.request.Fields;
import org.linli.platform.text.Dates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Licences: each named once, and none that has run out already; some have no end. */
final class LicenceRules {

    private static final int MOST = 50;
    private static final int LONGEST = 100;

    private LicenceRules() {}

    /** The licences that are right; the mistakes of the others are added. */
    static List<Licence> licences(@Nullable List<@Nullable LicenceDraft> drafts, LocalDate today, Fields fields) {
        if (drafts == null) {
            return List.of();
        }
        if (drafts.size() > MOST) {
            fields.add("licences", "too many", "up to " + MOST + " licences");
            return List.of();
        }
        List<Licence> right = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (int at = 0; at < drafts.size(); at++) {
            Licence licence = licence(drafts.get(at), at, today, fields);
            if (licence != null && !named.add(licence.type() + "\0" + licence.number())) {
                fields.add("licences[" + at + "]", "named twice", "each licence once");
            } else if (licence != null) {
                right.add(licence);
            }
        }
        return right;
    }

    /** Nothing where it is not right. */
    private static @Nullable Licence licence(@Nullable LicenceDraft draft, int at, LocalDate today, Fields fields) {
        if (draft == null) {
            fields.add("licences[" + at + "]", "missing", "a licence");
            return null;
        }
        int before = fields.errors().size();
        Fields item = fields.in("licences", at);
        LocalDate until = Dates.day(draft.validUntil()).orElse(null);
        Licence licence = new Licence(
                item.identifier("type", draft.type(), LONGEST),
                item.identifier("number", draft.number(), LONGEST),
                until);
        boolean over = until != null && until.isBefore(today);
        if (over || until == null && draft.validUntil() != null) {
            item.add(
                    "validUntil",
                    over ? "the licence has run out" : "not a day",
                    "a day such as 2028-06-30, from " + today + " to " + Dates.LAST_YEAR
                            + ", or null where it has no end");
        }
        return fields.errors().size() == before ? licence : null;
    }
}
