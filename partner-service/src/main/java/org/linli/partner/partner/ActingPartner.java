package org.linli.partner.partner;

/**
 * The partner that a caller acts for.
 *
 * @param standing in the street that was asked about
 */
public record ActingPartner(PartnerRef ref, PartnerStatus standing) {}
