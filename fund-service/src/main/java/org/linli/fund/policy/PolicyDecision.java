package org.linli.fund.policy;

/** What came of a proposal. */
public sealed interface PolicyDecision {

    /** @param version the version that the policy gets within its scope */
    record Declared(PolicyProposal proposal, int version) implements PolicyDecision {}

    record Refused(PolicyRefusal reason) implements PolicyDecision {}
}
