package org.linli.partner.room;

import java.time.Instant;

/**
 * A rule of space as somebody set it.
 *
 * @param scope prefix of the units it was set for; empty: for all
 * @param setBy subject of the token
 */
public record SharingRule(String scope, Sharing sharing, String setBy, Instant setAt) {}
