package org.linli.partner.partner;

import org.linli.platform.security.Visibility;

import java.util.UUID;

/**
 * A partner as other features name it.
 *
 * @param name as registered, for people to read
 */
public record PartnerRef(UUID id, String name) {

    /** What it sees and acts on as itself. */
    public Visibility own() {
        return Visibility.ofOwner(id);
    }
}
