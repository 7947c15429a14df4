package org.linli.partner.proposal.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.linli.partner.document.DocumentContent;
import org.linli.partner.document.Documents;
import org.linli.partner.id.Ids;
import org.linli.partner.partner.Partners;
import org.linli.partner.proposal.application.Proposals;
import org.linli.partner.proposal.application.StoredProposal;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.linli.platform.security.AllowedStaffAndPartners;
import org.linli.platform.security.RequiredScope;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;

@RestController
@RequestMapping("/api/partner/proposals/{id}/documents")
@Tag(name = "Proposals 项目申请")
class ProposalDocumentController {

    private final Proposals proposals;
    private final Partners partners;
    private final Documents documents;

    ProposalDocumentController(Proposals proposals, Partners partners, Documents documents) {
        this.proposals = proposals;
        this.partners = partners;
        this.documents = documents;
    }

    @GetMapping(path = "/{documentId}/content", produces = MediaType.ALL_VALUE)
    @AllowedStaffAndPartners
    @RequiredScope("proposals:read")
    @Operation(
            operationId = "getProposalDocumentContent",
            summary = "Download a document of a proposal 申请材料",
            description = "Of the version that you see; under its own name, the ETag is its SHA-256.")
    @ApiResponse(
            responseCode = "200",
            headers = @Header(name = "ETag", ref = "#/components/headers/ETag"),
            useReturnTypeSchema = true)
    Mono<ResponseEntity<Flux<DataBuffer>>> content(
            Actor actor, @PathVariable String id, @PathVariable String documentId) {
        UUID proposal = Ids.of(id, "The proposal");
        UUID document = Ids.of(documentId, "The document");
        return partners.visibility(actor)
                .flatMap(visibility -> proposals.find(visibility, proposal))
                .filter(found -> brings(found, document))
                .flatMap(found -> documents
                        .ofPartner(found.partner().own(), List.of(document))
                        .next())
                .map(found -> DocumentContent.answer(found, documents.content(found)))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("The document").exception()));
    }

    private static boolean brings(StoredProposal proposal, UUID document) {
        return proposal.content().documents().stream()
                .anyMatch(brought -> brought.documentId().equals(document));
    }
}
