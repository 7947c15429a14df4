package org.linli.partner.proposal.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.partner.id.Ids;
import org.linli.partner.partner.Partners;
import org.linli.partner.proposal.application.ProposalFilter;
import org.linli.partner.proposal.application.ProposalVersions;
import org.linli.partner.proposal.application.Proposals;
import org.linli.partner.search.Search;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.security.Actor;
import org.linli.platform.security.AllowedStaffAndPartners;
import org.linli.platform.security.RequiredScope;
import org.linli.platform.unit.Scope;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.util.UUID;

@RestController
@RequestMapping("/api/partner/proposals")
@Tag(name = "Proposals 项目申请")
class ProposalListController {

    private final Proposals proposals;
    private final ProposalVersions versions;
    private final Partners partners;

    ProposalListController(Proposals proposals, ProposalVersions versions, Partners partners) {
        this.proposals = proposals;
        this.versions = versions;
        this.partners = partners;
    }

    @GetMapping
    @AllowedStaffAndPartners
    @RequiredScope("proposals:read")
    @Operation(
            operationId = "listProposals",
            summary = "List proposals 申请列表",
            description = "A partner's own, or those handed in to the units that you may see; the latest first")
    Mono<ResponseEntity<Page<ProposalView>>> list(
            Actor actor,
            PageRequest page,
            @Parameter(description = "Narrows to a subtree of units", example = "440703006")
                    @RequestParam(required = false)
                    @Nullable
                    String within,
            @RequestParam(required = false) @Nullable StateName state,
            @RequestParam(required = false) @Nullable UUID call,
            @RequestParam(required = false) @Nullable UUID partner,
            @Parameter(
                            description = "Words of title, summary or partner's name, or their pinyin initials",
                            example = "书法")
                    @RequestParam(required = false)
                    @Nullable
                    String q) {
        var filter = new ProposalFilter(
                Scope.everywhere().narrowedTo(within), state == null ? "" : state.name(), call, partner, Search.of(q));
        return partners.visibility(actor)
                .flatMap(visibility -> proposals.page(visibility, filter, page))
                .map(found -> page.answer(found, ProposalView::of));
    }

    @GetMapping("/{id}")
    @AllowedStaffAndPartners
    @RequiredScope("proposals:read")
    @Operation(operationId = "getProposal", summary = "Get a proposal with its history 申请详情")
    Mono<ResponseEntity<ProposalView>> one(Actor actor, @PathVariable String id) {
        UUID proposal = Ids.of(id, "The proposal");
        return partners.visibility(actor)
                .flatMap(visibility -> proposals
                        .find(visibility, proposal)
                        .flatMap(found -> versions.history(visibility, proposal)
                                .map(steps -> ExpectedVersion.answer(ProposalView.of(found, steps), found.version()))))
                .switchIfEmpty(Mono.error(ProposalProblems::notFound));
    }

    /** The states a caller can ask for. */
    @Schema(name = "ProposalState")
    enum StateName {
        DRAFT,
        SUBMITTED,
        NEEDS_CHANGES,
        IN_TRIAL,
        ACCEPTED,
        REJECTED,
        WITHDRAWN,
        EXPIRED
    }
}
