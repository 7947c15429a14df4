package org.linli.partner.proposal.application;

import io.swagger.v3.oas.annotations.media.Schema;
import org.linli.partner.proposal.ProposalContent;
import org.linli.platform.security.Visibility;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a proposal said and says, and who did what with it; only ever added to. */
public interface ProposalVersions {

    /** @param number from 1 */
    record Version(int number, ProposalContent content, String savedBy, Instant savedAt) {}

    /** @param notes reasons or remarks; @param contentVersion newest at that time */
    @Schema(name = "ProposalStep")
    record Step(String action, String actor, Instant at, int contentVersion, List<String> notes) {}

    /** Oldest first; a unit sees those from the first to the last that was handed in. */
    Mono<List<Version>> of(Visibility visibility, UUID proposal);

    Mono<Void> add(Visibility visibility, UUID proposal, Step step);

    Mono<List<Step>> history(Visibility visibility, UUID proposal);
}
