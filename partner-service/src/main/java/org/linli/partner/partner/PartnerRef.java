package org.linli.partner.partner;

import java.util.UUID;

/**
 * A partner as other features name it.
 *
 * @param name as registered, for people to read
 */
public record PartnerRef(UUID id, String name) {}
