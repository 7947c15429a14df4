package org.linli.partner.trial;

import java.time.Instant;

/**
 * What trials must show, as somebody set it.
 *
 * @param scope prefix of the units it was set for; empty: for all
 * @param setBy subject of the token
 */
public record ThresholdRule(String scope, Thresholds least, String setBy, Instant setAt) {}
