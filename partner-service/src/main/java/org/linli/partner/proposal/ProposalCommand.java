package org.linli.partner.proposal;

import java.util.List;

/** What somebody wants done with a proposal. {@code by} is the subject of their token. */
public sealed interface ProposalCommand {

    String by();

    /** The partner says it otherwise: its next version. */
    record Edit(String by, ProposalContent content) implements ProposalCommand {}

    /** The partner hands it in, first or again. */
    record Submit(String by) implements ProposalCommand {}

    /** The unit wants changes. */
    record RequestChanges(String by, List<Remark> remarks) implements ProposalCommand {}

    /** The unit wants to see it in a room. */
    record StartTrial(String by) implements ProposalCommand {}

    record Accept(String by, List<String> reasons) implements ProposalCommand {}

    record Reject(String by, List<String> reasons) implements ProposalCommand {}

    /** The partner takes it back. */
    record Withdraw(String by) implements ProposalCommand {}

    /** The clock: its call has ended before it was handed in. */
    record Expire(String by) implements ProposalCommand {}
}
