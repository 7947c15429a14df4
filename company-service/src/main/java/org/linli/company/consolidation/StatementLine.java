package org.linli.company.consolidation;

import org.jspecify.annotations.Nullable;
import org.linli.platform.unit.UnitCode;

/**
 * One line of an accepted statement: entries of one business line, project, partner and counterparty, added up.
 *
 * @param line code of the business line
 * @param counterparty the unit that bought, where the buyer is one
 */
public record StatementLine(
        String line,
        @Nullable String project,
        @Nullable String partner,
        @Nullable UnitCode counterparty,
        Amounts measures) {}
