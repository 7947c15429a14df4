package org.linli.partner.partner;

import org.jspecify.annotations.Nullable;
import org.linli.platform.request.Fields;
import org.linli.platform.text.CreditCode;
import org.linli.platform.text.IdentityNumber;
import org.linli.platform.text.PhoneNumber;
import org.linli.platform.text.Texts;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a partner must state of itself to be registered; every mistake is told at once. */
final class PartnerRules {

    private final PartnerDraft draft;
    private final Fields fields = new Fields();

    private PartnerRules(PartnerDraft draft) {
        this.draft = draft;
    }

    /** @throws org.linli.platform.problem.ProblemException (422) naming each field at fault */
    static CheckedPartner registration(PartnerDraft draft, LocalDate today) {
        PartnerRules rules = new PartnerRules(draft.tidied());
        PartnerKind kind = rules.kind();
        if (kind == PartnerKind.FIRM) {
            rules.codeOfFirm();
        } else if (kind == PartnerKind.PERSON) {
            rules.numberOfPerson();
        }
        return rules.checked(kind == null ? PartnerKind.FIRM : kind, today);
    }

    /**
     * A change: kind, credit code and identity number are what a partner is, and stay.
     *
     * @throws org.linli.platform.problem.ProblemException (422) naming each field at fault
     */
    static CheckedPartner change(PartnerDraft draft, PartnerKind kind, LocalDate today) {
        PartnerRules rules = new PartnerRules(draft.tidied());
        rules.mustBeAbsent("kind", draft.kind(), "cannot be changed");
        rules.mustBeAbsent("creditCode", draft.creditCode(), "cannot be changed");
        rules.mustBeAbsent("identityNumber", draft.identityNumber(), "cannot be changed");
        return rules.checked(kind, today);
    }

    private CheckedPartner checked(PartnerKind kind, LocalDate today) {
        boolean team = Boolean.TRUE.equals(draft.team());
        String name = fields.name("name", draft.name(), 200);
        contact();
        List<CheckedPartner.Licence> licences = LicenceRules.licences(draft.licences(), today, fields);
        List<CheckedPartner.Member> members = TeamRules.members(draft.members(), team, fields);
        fields.refuse("The partner is not valid");
        return new CheckedPartner(name, kind, team, draft.creditCode(), personal(), licences, members);
    }

    private Map<PersonalField, String> personal() {
        Map<PersonalField, String> stated = new EnumMap<>(PersonalField.class);
        Optional.ofNullable(draft.identityNumber()).ifPresent(text -> stated.put(PersonalField.IDENTITY_NUMBER, text));
        Optional.ofNullable(draft.phone()).ifPresent(text -> stated.put(PersonalField.PHONE, text));
        Optional.ofNullable(draft.bankAccount()).ifPresent(text -> stated.put(PersonalField.BANK_ACCOUNT, text));
        return stated;
    }

    private @Nullable PartnerKind kind() {
        Optional<PartnerKind> known = Arrays.stream(PartnerKind.values())
                .filter(kind -> kind.name().equals(draft.kind()))
                .findFirst();
        if (known.isEmpty()) {
            fields.add("kind", draft.kind() == null ? "missing at registration" : "unknown", "FIRM or PERSON");
        }
        return known.orElse(null);
    }

    private void codeOfFirm() {
        mustBeAbsent("identityNumber", draft.identityNumber(), "a firm has none");
        String code = draft.creditCode();
        CreditCode.fault(code)
                .ifPresent(fault ->
                        fields.add("creditCode", code == null ? "missing of a firm" : fault, CreditCode.EXPECTED));
    }

    private void numberOfPerson() {
        mustBeAbsent("creditCode", draft.creditCode(), "a person has none");
        String number = draft.identityNumber();
        if (!IdentityNumber.isValid(number)) {
            fields.add(
                    "identityNumber",
                    number == null ? "missing of a person" : "not a valid identity number",
                    "18 digits with the right check digit (GB 11643-1999)");
        }
    }

    private void contact() {
        String phone = draft.phone();
        if (phone != null && PhoneNumber.of(phone).isEmpty()) {
            fields.add("phone", "not a telephone number", PhoneNumber.EXPECTED);
        }
        String account = draft.bankAccount();
        if (account != null && !account.matches("[0-9]{8,30}")) {
            fields.add("bankAccount", "not an account number", "8 to 30 digits");
        }
    }

    private void mustBeAbsent(String field, @Nullable String value, String reason) {
        if (!Texts.isBlank(value)) {
            fields.add(field, reason, "no such field");
        }
    }
}
