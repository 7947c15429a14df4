package org.linli.fund.policy;

import java.time.Instant;
import java.time.YearMonth;

/**
 * One declared version of a return policy. It is never changed: a later version of the same scope takes its place from
 * the period it names, and obligations accrued before keep the terms they were accrued on.
 *
 * @param version counts from 1 within the scope
 * @param effectiveFrom the first period that it binds
 */
public record ReturnPolicy(
        long id,
        PolicyScope scope,
        int version,
        Terms terms,
        YearMonth effectiveFrom,
        String decidedBy,
        Instant decidedAt) {}
