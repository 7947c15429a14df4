package org.linli.partner.agreement.application;

import org.jspecify.annotations.Nullable;
import org.linli.partner.agreement.Agreement;
import org.linli.partner.agreement.PartyNames;
import org.linli.partner.agreement.Version;

import java.time.Instant;
import java.util.List;

/**
 * An agreement with what the tables know beside its state.
 *
 * @param versions all, the oldest first
 * @param partnerName as registered now
 * @param unitName as far as heard of
 * @param successor id of the agreement that renews it
 * @param revision counts every change
 * @param sequence of its last event
 */
public record StoredAgreement(
        Agreement agreement,
        List<Version> versions,
        String title,
        String partnerName,
        @Nullable String unitName,
        @Nullable String successor,
        String createdBy,
        Instant createdAt,
        long revision,
        long sequence) {

    /** Versions signed by both, the oldest first. */
    public List<Version> signed() {
        return versions.stream().filter(Version::isSigned).toList();
    }

    /** The newest version, signed or not. */
    public Version latest() {
        return versions.getLast();
    }

    /** What the parties are called now. */
    public PartyNames names() {
        return new PartyNames(partnerName, unitName);
    }

    /** What they are called in a version: as they were when it was signed, where it is. */
    public PartyNames names(Version version) {
        return version.names() == null ? names() : version.names();
    }
}
