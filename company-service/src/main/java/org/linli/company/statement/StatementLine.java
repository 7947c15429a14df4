package org.linli.company.statement;

import org.jspecify.annotations.Nullable;
import org.linli.platform.unit.UnitCode;

/** Entries of a statement that HQ looks at as one: same line, project, partner and counterparty. */
public record StatementLine(
        String line,
        @Nullable String project,
        @Nullable String partner,
        @Nullable UnitCode counterparty,
        Totals totals) {}
