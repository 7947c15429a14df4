package org.linli.partner.proposal;

import org.linli.platform.unit.UnitCode;

import java.util.UUID;

/**
 * A proposal that was accepted, as later features need it.
 *
 * @param unit of the call that it answered
 * @param line business line of the call
 * @param mode of co-operation
 */
public record AcceptedProposal(UUID id, UnitCode unit, UUID partnerId, String title, String line, String mode) {}
