package org.linli.partner.proposal.application;

import org.linli.partner.call.application.RecordedCall;
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
public record Move(RecordedProposal before, Proposal next, ProposalCommand command, RecordedCall call, Instant at) {}
