package org.linli.partner.partner;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a partner states of itself, found right.
 *
 * @param personal personal data in clear, only what was stated
 */
record CheckedPartner(
        String name,
        PartnerKind kind,
        boolean team,
        @Nullable String creditCode,
        Map<PersonalField, String> personal,
        List<Licence> licences,
        List<Member> members) {

    /** @param validUntil last day, in Shanghai; none of a licence without an end */
    @Schema(name = "PartnerLicence")
    record Licence(
            String type,
            String number,

            @Schema(description = "Last day; null where it has no end 长期") @Nullable
            LocalDate validUntil) {}

    /** @param sharePercent above 0, with two decimals at most; a team's are 100 together */
    @Schema(name = "PartnerMember")
    record Member(String name, BigDecimal sharePercent) {}

    /** Personal data must not reach a log by accident. */
    @Override
    public String toString() {
        return "CheckedPartner[" + name + ", " + kind + ", personal=" + new TreeMap<>(personal).keySet() + "]";
    }
}
