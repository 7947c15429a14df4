package org.linli.fund.obligation;

import org.linli.fund.policy.Figures;

import java.time.Instant;

/**
 * A revenue statement as headquarters accepted it.
 *
 * @param id such as {@code 440703006101-2026-03-2}
 * @param version grows with each accepted statement of the branch and period; discarded drafts leave gaps
 * @param figures the full picture of the branch and period, not the difference to the version before
 */
public record AcceptedStatement(
        String id, ObligationKey key, int version, Figures figures, String acceptedBy, Instant acceptedAt) {}
