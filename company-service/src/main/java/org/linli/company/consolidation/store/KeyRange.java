package org.linli.company.consolidation.store;

import org.linli.platform.unit.Scope;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

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

    GenericExecuteSpec bind(GenericExecuteSpec statement) {
        return statement.bind("low", low).bind("high", high).bind("rights", rights.likePatterns());
    }
}
