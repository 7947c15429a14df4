package org.linli.partner.points.application;

import org.linli.platform.unit.Scope;

/**
 * Where a card is shown.
 *
 * @param unit branch code
 * @param scope that of the person behind the counter, narrowed to the branch: empty where it is not theirs
 * @param by subject of that person
 */
public record Counter(String unit, Scope scope, String by) {}
