package org.linli.partner.partner;

import org.junit.jupiter.api.Test;
import org.linli.partner.PartnerSteps;
import org.linli.partner.partner.PartnerDraft.LicenceDraft;
import org.linli.partner.partner.PartnerDraft.MemberDraft;
import org.linli.platform.problem.FieldError;
import org.linli.platform.problem.ProblemException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class PartnerRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String CODE = PartnerSteps.creditCode("440703006");
    private static final String NUMBER = "11010519491231002X";

    @Test
    void takes_a_firm_alone_and_tidies_what_it_says() {
        CheckedPartner firm = registration(" 暖心 ", "FIRM", CODE.toLowerCase(), null, "138 0013-8000", "6222 0212 3456");
        assertThat(firm.name()).isEqualTo("暖心");
        assertThat(firm.creditCode()).isEqualTo(CODE);
        assertThat(firm.personal())
                .containsEntry(PersonalField.PHONE, "13800138000")
                .containsEntry(PersonalField.BANK_ACCOUNT, "622202123456")
                .doesNotContainKey(PersonalField.IDENTITY_NUMBER);
    }

    @Test
    void takes_a_person_by_a_number_with_the_right_check_digit_only() {
        assertThat(registration("陈静", "PERSON", null, NUMBER.toLowerCase(), null, null)
                        .personal())
                .containsEntry(PersonalField.IDENTITY_NUMBER, NUMBER);
        assertThat(mistakes("陈静", "PERSON", null, "110105194912310021", null, null))
                .containsExactly("identityNumber");
        assertThat(mistakes("陈静", "PERSON", null, "110105194913310025", null, null))
                .containsExactly("identityNumber");
        assertThat(mistakes("陈静", "PERSON", CODE, NUMBER, null, null)).containsExactly("creditCode");
    }

    @Test
    void numbers_have_one_form_whatever_width_they_were_typed_in() {
        assertThat(registration("陈静", "PERSON", null, "１１０１０５19491231002ｘ", "（０７５０）３９６１２３４", "６２２２ 0212—3456")
                        .personal())
                .containsEntry(PersonalField.IDENTITY_NUMBER, NUMBER)
                .containsEntry(PersonalField.PHONE, "07503961234")
                .containsEntry(PersonalField.BANK_ACCOUNT, "622202123456");
        assertThat(registration("暖心", "FIRM", full(CODE.toLowerCase()), null, "+86 400-820-8820", null))
                .satisfies(firm -> assertThat(firm.creditCode()).isEqualTo(CODE))
                .satisfies(firm -> assertThat(firm.personal()).containsEntry(PersonalField.PHONE, "4008208820"));
        assertThat(mistakes("暖心", "FIRM", CODE, null, "3961234", null)).containsExactly("phone");
    }

    private static String full(String narrow) {
        return narrow.chars()
                .collect(StringBuilder::new, (wide, c) -> wide.append((char) (c - '!' + '！')), StringBuilder::append)
                .toString();
    }

    @Test
    void refuses_a_credit_code_with_any_other_check_character() {
        for (char other : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
            String code = CODE.substring(0, 17) + other;
            if (!code.equals(CODE)) {
                assertThat(mistakes("暖心", "FIRM", code, null, null, null)).containsExactly("creditCode");
            }
        }
    }

    @Test
    void refuses_what_is_no_body_of_those_that_are_registered() {
        for (String code : List.of("440703190001010497", "000000000000000000", "11010519491231002X")) {
            assertThat(mistakes("暖心", "FIRM", code, null, null, null)).containsExactly("creditCode");
        }
    }

    @Test
    void a_name_has_one_form_and_holds_nothing_that_must_not_be_shown() {
        PartnerDraft draft = new PartnerDraft("\u3000暖心（家政）\u200B", "FIRM", false, CODE, null, null, null, null, null);
        assertThat(PartnerRules.registration(draft, TODAY).name()).isEqualTo("暖心(家政)");
        assertThat(mistakes("暖\u202E心", "FIRM", CODE, null, null, null)).containsExactly("name");
    }

    @Test
    void a_name_is_as_long_as_its_characters() {
        assertThat(registration("𠮷".repeat(200), "FIRM", CODE, null, null, null)
                        .name())
                .hasSize(400);
        assertThat(mistakes("𠮷".repeat(201), "FIRM", CODE, null, null, null)).containsExactly("name");
    }

    @Test
    void tells_all_that_is_wrong_at_once() {
        PartnerDraft draft = new PartnerDraft(
                " ",
                "CLUB",
                false,
                null,
                null,
                "12",
                "abc",
                Arrays.asList(null, new LicenceDraft("", "1", "2026-11-21"), new LicenceDraft("a", "1", "soon")),
                List.of(new MemberDraft("陈静", BigDecimal.TEN)));
        assertThat(fields(draft))
                .containsExactlyInAnyOrder(
                        "name",
                        "kind",
                        "phone",
                        "bankAccount",
                        "licences[0]",
                        "licences[1].type",
                        "licences[1].validUntil",
                        "licences[2].validUntil",
                        "members");
    }

    @Test
    void a_licence_may_end_today_and_stands_once() {
        LicenceDraft today = new LicenceDraft("食品经营", "JY1", "2026-11-22");
        assertThat(PartnerRules.registration(firm(List.of(today), null, false), TODAY)
                        .licences())
                .hasSize(1);
        assertThat(fields(firm(List.of(today, today), null, false))).containsExactly("licences[1]");
    }

    @Test
    void a_licence_may_have_no_end() {
        assertThat(PartnerRules.registration(firm(List.of(new LicenceDraft("营业执照", "1", null)), null, false), TODAY)
                        .licences())
                .containsExactly(new CheckedPartner.Licence("营业执照", "1", null));
        assertThat(fields(firm(List.of(new LicenceDraft("营业执照", "1", "长期")), null, false)))
                .containsExactly("licences[0].validUntil");
    }

    @Test
    void a_team_shares_exactly_all_of_it() {
        assertThat(PartnerRules.registration(team("33.33", "33.33", "33.34"), TODAY)
                        .members())
                .hasSize(3);
        assertThat(fields(team("33.33", "33.33", "33.33"))).containsExactly("members");
        assertThat(fields(team("100"))).containsExactly("members");
        assertThat(fields(team("0", "100"))).containsExactly("members[0].sharePercent");
        assertThat(fields(team("-1", "101"))).containsExactly("members[0].sharePercent", "members[1].sharePercent");
        assertThat(fields(team("0.001", "99.999")))
                .containsExactly("members[0].sharePercent", "members[1].sharePercent");
        assertThat(fields(team("1E-1000000000", "1E+1000000000")))
                .containsExactly("members[0].sharePercent", "members[1].sharePercent");
    }

    @Test
    void a_change_leaves_what_the_partner_is() {
        assertThat(PartnerRules.change(draft("新名", null, null, null, null, null), PartnerKind.FIRM, TODAY)
                        .name())
                .isEqualTo("新名");
        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> PartnerRules.change(firm(null, null, false), PartnerKind.FIRM, TODAY));
        assertThat(refused.problem().errors()).extracting(FieldError::field).containsExactly("kind", "creditCode");
    }

    @Test
    void a_mask_shows_the_end_only_and_nothing_of_what_is_short() {
        assertThat(PersonalField.IDENTITY_NUMBER.mask(NUMBER)).isEqualTo("**************002X");
        assertThat(PersonalField.PHONE.mask("13800138000")).isEqualTo("138****8000");
        assertThat(PersonalField.BANK_ACCOUNT.mask("12345678")).isEqualTo("****5678");
        assertThat(PersonalField.PHONE.mask("1234567890")).isEqualTo("**********");
    }

    @Test
    void no_text_of_it_shows_personal_data() {
        PartnerDraft draft =
                new PartnerDraft("陈静", "PERSON", false, null, NUMBER, "13800138000", "62220212", null, null);
        CheckedPartner partner = PartnerRules.registration(draft, TODAY);
        assertThat(draft + " " + partner + " " + draft.withoutPersonalData())
                .doesNotContain(NUMBER, "13800138000", "62220212");
    }

    private static CheckedPartner registration(
            String name, String kind, String code, String number, String phone, String account) {
        return PartnerRules.registration(draft(name, kind, code, number, phone, account), TODAY);
    }

    private static List<String> mistakes(
            String name, String kind, String code, String number, String phone, String account) {
        return fields(draft(name, kind, code, number, phone, account));
    }

    private static List<String> fields(PartnerDraft draft) {
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> PartnerRules.registration(draft, TODAY));
        assertThat(refused).as("a refusal of " + draft).isNotNull();
        return refused.problem().errors().stream().map(FieldError::field).toList();
    }

    private static PartnerDraft draft(
            String name, String kind, String code, String number, String phone, String account) {
        return new PartnerDraft(name, kind, null, code, number, phone, account, null, null);
    }

    private static PartnerDraft team(String... shares) {
        List<MemberDraft> members = Arrays.stream(shares)
                .map(share -> new MemberDraft("陈静", new BigDecimal(share)))
                .toList();
        return firm(null, members, true);
    }

    private static PartnerDraft firm(List<LicenceDraft> licences, List<MemberDraft> members, boolean team) {
        return new PartnerDraft("暖心", "FIRM", team, CODE, null, null, null, licences, members);
    }
}
