package org.linli.partner.proposal.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.linli.partner.id.Ids;
import org.linli.partner.partner.Partners;
import org.linli.partner.proposal.ContentField;
import org.linli.partner.proposal.ProposalContent;
import org.linli.partner.proposal.application.ProposalVersions;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.linli.platform.security.AllowedStaffAndPartners;
import org.linli.platform.security.RequiredScope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.util.List;

@RestController
@RequestMapping("/api/partner/proposals/{id}/versions")
@Tag(name = "Proposals 项目申请")
class ProposalVersionController {

    private final ProposalVersions versions;
    private final Partners partners;

    ProposalVersionController(ProposalVersions versions, Partners partners) {
        this.versions = versions;
        this.partners = partners;
    }

    @GetMapping
    @AllowedStaffAndPartners
    @RequiredScope("proposals:read")
    @Operation(
            operationId = "listProposalVersions",
            summary = "List the versions of a proposal 历次版本",
            description = "Oldest first. A unit sees those from the first to the last that was handed in.")
    Mono<VersionList> list(Actor actor, @PathVariable String id) {
        return found(actor, id)
                .map(all -> new VersionList(all.stream().map(VersionView::of).toList()));
    }

    @GetMapping("/{a}/difference/{b}")
    @AllowedStaffAndPartners
    @RequiredScope("proposals:read")
    @Operation(operationId = "getProposalVersionDifference", summary = "Compare two versions of a proposal 版本比较")
    Mono<DifferenceView> difference(
            Actor actor, @PathVariable String id, @PathVariable String a, @PathVariable String b) {
        return found(actor, id).map(all -> new DifferenceView(ContentField.between(content(all, a), content(all, b))));
    }

    private Mono<List<ProposalVersions.Version>> found(Actor actor, String id) {
        return partners.visibility(actor)
                .flatMap(visibility -> versions.of(visibility, Ids.of(id, "The proposal")))
                .filter(all -> !all.isEmpty())
                .switchIfEmpty(Mono.error(ProposalProblems::notFound));
    }

    private static ProposalContent content(List<ProposalVersions.Version> all, String number) {
        return all.stream()
                .filter(version -> String.valueOf(version.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("Version " + number).exception())
                .content();
    }

    @Schema(name = "ProposalVersionList")
    record VersionList(List<VersionView> items) {}

    @Schema(name = "ProposalVersionDifference")
    record DifferenceView(List<ContentField.Difference> items) {}
}
