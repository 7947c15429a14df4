package org.linli.partner.partner;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.linli.platform.text.Identifiers;
import org.linli.platform.text.PhoneNumber;
import org.linli.platform.text.Texts;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a partner states of itself, still unchecked: {@link PartnerRules} says all that is wrong with it at once.
 *
 * <p>On a change, personal data that is not stated stays as it is.
 */
@Schema(name = "PartnerDraft")
record PartnerDraft(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "江门市蓬江区暖心家政服务有限公司",
                description = "1 to 200 characters")
        @Nullable
        String name,

        @Schema(
                example = "FIRM",
                description = "Needed to register; on a change it stays",
                allowableValues = {"FIRM", "PERSON"})
        @Nullable
        String kind,

        @Schema(example = "false", description = "Whether several share in it; false by default") @Nullable
        Boolean team,

        @Schema(example = "91350100M000100Y43", description = "Of a firm: 18 characters (GB 32100-2015)") @Nullable
        String creditCode,

        @Schema(example = "11010519491231002X", description = "Of a person: 18 digits (GB 11643-1999)") @Nullable
        String identityNumber,

        @Schema(example = "13800138000", description = "Mobile, landline with area code, or 400 or 800 number")
        @Nullable
        String phone,

        @Schema(example = "6222021234567890128", description = "8 to 30 digits") @Nullable
        String bankAccount,

        @Nullable List<@Nullable LicenceDraft> licences,

        @Nullable List<@Nullable MemberDraft> members) {

    @Schema(name = "PartnerLicenceDraft")
    record LicenceDraft(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "食品经营许可证") @Nullable
            String type,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "JY24407030012345") @Nullable
            String number,

            @Schema(example = "2028-06-30", description = "Last day, in the future; null or left out: it has no end 长期")
            @Nullable
            String validUntil) {}

    @Schema(name = "PartnerMemberDraft")
    record MemberDraft(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "陈静") @Nullable
            String name,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "60",
                    description = "At most two decimals; all together 100")
            @Nullable
            BigDecimal sharePercent) {}

    /** The same with every text as it is kept: codes and numbers in their one form, whatever width they were typed in. */
    PartnerDraft tidied() {
        return new PartnerDraft(
                Texts.nameOrNull(name),
                kind,
                team,
                code(creditCode),
                code(identityNumber),
                phone(phone),
                compact(bankAccount),
                licences,
                members);
    }

    /** The same without personal data, for what is hashed or shown. */
    PartnerDraft withoutPersonalData() {
        return new PartnerDraft(name, kind, team, creditCode, null, null, null, licences, members);
    }

    /** Personal data must not reach a log by accident. */
    @Override
    public String toString() {
        return "PartnerDraft[" + name + ", " + kind + "]";
    }

    private static @Nullable String code(@Nullable String text) {
        return text == null || Texts.isBlank(text) ? null : Identifiers.key(text);
    }

    /** What is no number stays as it was typed, and is told so. */
    private static @Nullable String phone(@Nullable String text) {
        return text == null || Texts.isBlank(text) ? null : PhoneNumber.of(text).orElse(text);
    }

    private static @Nullable String compact(@Nullable String text) {
        String name = Texts.nameOrNull(text);
        return name == null ? null : name.replaceAll("[ \\p{Pd}]", "");
    }
}
