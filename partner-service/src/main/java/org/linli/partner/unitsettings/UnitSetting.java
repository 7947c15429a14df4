package org.linli.partner.unitsettings;

import java.time.Instant;

/**
 * A rule as somebody set it.
 *
 * @param scope prefix of the units it was set for; empty: for all
 * @param setBy subject of the token
 */
public record UnitSetting<T>(String scope, T terms, String setBy, Instant setAt) {}
