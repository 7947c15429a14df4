package org.linli.company.consolidation.store;

import org.linli.platform.unit.Scope;

import java.util.Map;

/**
 * The range of codes that spans a scope's subtrees, so that an index can be entered at its begin; the rights decide
 * within it.
 *
 * @param high the first text after the range: a colon follows the digit nine
 */
record KeyRange(String low, String high, Scope rights) {

    static KeyRange of(Scope rights) {
        return rights.prefixes().isEmpty()
                ? new KeyRange("", "", rights)
                : new KeyRange(rights.prefixes().first(), rights.prefixes().last() + ":", rights);
    }

    /** By the names of their parameters. */
    Map<String, Object> values() {
        return Map.of("low", low, "high", high, "rights", rights);
    }
}
