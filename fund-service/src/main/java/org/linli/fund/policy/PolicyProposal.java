package org.linli.fund.policy;

import java.time.YearMonth;

/** A policy that somebody wants to declare or to try out. */
public record PolicyProposal(PolicyScope scope, Terms terms, YearMonth effectiveFrom) {}
