package org.linli.partner.partner;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A partner as it is registered.
 *
 * @param masks of its personal data, only what it stated
 * @param standings newest a street, of the streets that the reader may know of
 * @param others that state the same credit code or identity number; for staff, who find out whose it is
 */
record StoredPartner(
        UUID id,
        String name,
        PartnerKind kind,
        boolean team,
        @Nullable String creditCode,
        Map<PersonalField, String> masks,
        List<CheckedPartner.Licence> licences,
        List<CheckedPartner.Member> members,
        List<PartnerStatusChange> standings,
        List<UUID> others,
        Instant registeredAt,
        long version) {

    /** As the partner itself sees it, who is told of nobody else. */
    StoredPartner toItself() {
        return new StoredPartner(
                id,
                name,
                kind,
                team,
                creditCode,
                masks,
                licences,
                members,
                standings,
                List.of(),
                registeredAt,
                version);
    }
}
