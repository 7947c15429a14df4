package org.linli.partner.proposal.application;

import org.linli.partner.call.application.StoredCall;
import org.linli.partner.proposal.Proposal;
import org.linli.partner.proposal.ProposalCommand;

import java.time.Instant;

/**
 * What a command did to a proposal.
 *
 * @param before as it was
 * @param next its state now
 * @param call that it answers
 */
public record Transition(StoredProposal before, Proposal next, ProposalCommand command, StoredCall call, Instant at) {}
