package org.linli.partner.proposal.application;

import org.jspecify.annotations.Nullable;
import org.linli.partner.search.Search;
import org.linli.platform.unit.Scope;

import java.util.UUID;

/**
 * Which proposals a list shows.
 *
 * @param within units
 * @param state or empty for all
 * @param call absent for all
 * @param partner absent for all
 */
public record ProposalFilter(
        Scope within,
        String state,
        @Nullable UUID call,
        @Nullable UUID partner,
        Search search) {}
