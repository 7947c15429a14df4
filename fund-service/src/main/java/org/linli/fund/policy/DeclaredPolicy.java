package org.linli.fund.policy;

/** What comes of a proposal that is not refused. @param version that the policy gets within its scope */
public record DeclaredPolicy(PolicyProposal proposal, int version) {}
