package org.linli.company.consolidation;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A statement that HQ accepted: the full picture of one branch and period, which replaces the one before.
 *
 * @param version rises with each statement of the same branch and period; versions may be skipped
 * @param unitClass the branch's class when it was accepted, frozen there; absent where it had none
 */
public record AcceptedStatement(
        String statementId,
        StatementKey key,
        int version,
        @Nullable String unitClass,
        Instant acceptedAt,
        List<StatementLine> lines) {

    public AcceptedStatement {
        lines = List.copyOf(lines);
    }
}
