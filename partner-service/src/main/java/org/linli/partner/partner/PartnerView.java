package org.linli.partner.partner;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A partner as it is shown: personal data only as masks. */
@Schema(name = "Partner")
record PartnerView(
        UUID id,
        String name,
        PartnerKind kind,
        boolean team,
        @Nullable String creditCode,
        @Schema(example = "**************002X") @Nullable String identityNumber,
        @Schema(example = "138****8000") @Nullable String phone,
        @Schema(example = "***************0128") @Nullable String bankAccount,
        List<CheckedPartner.Licence> licences,
        List<CheckedPartner.Member> members,
        List<PartnerStatusChange> standings,

        @Schema(
                description =
                        "Other partners that state the same code or number, for staff to see to; none to a partner")
        List<UUID> others,

        Instant registeredAt,
        long version) {

    static PartnerView of(StoredPartner partner) {
        return new PartnerView(
                partner.id(),
                partner.name(),
                partner.kind(),
                partner.team(),
                partner.creditCode(),
                partner.masks().get(PersonalField.IDENTITY_NUMBER),
                partner.masks().get(PersonalField.PHONE),
                partner.masks().get(PersonalField.BANK_ACCOUNT),
                partner.licences(),
                partner.members(),
                partner.standings(),
                partner.others(),
                partner.registeredAt(),
                partner.version());
    }
}
