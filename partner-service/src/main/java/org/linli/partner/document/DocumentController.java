package org.linli.partner.document;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.linli.partner.partner.Partners;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.RequiredScope;
import org.linli.platform.security.Role;
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
@RequestMapping("/api/partner/documents")
@Tag(name = "Documents 文件")
class DocumentController {

    private final Documents documents;
    private final Partners partners;

    DocumentController(Documents documents, Partners partners) {
        this.documents = documents;
        this.partners = partners;
    }

    @GetMapping
    @Allowed(Role.PARTNER)
    @RequiredScope("documents:read")
    @Operation(
            operationId = "listDocuments",
            summary = "List your documents 我的文件",
            description = "In the order in which their uploads began.")
    Mono<ResponseEntity<Page<Document>>> list(Actor actor, PageRequest page) {
        return partners.ofActor(actor)
                .flatMap(partner -> documents.page(partner.own(), page))
                .defaultIfEmpty(Page.empty())
                .map(found -> page.answer(found));
    }

    @GetMapping("/{id}")
    @Allowed(Role.PARTNER)
    @RequiredScope("documents:read")
    @Operation(operationId = "getDocument", summary = "Get a document 文件信息")
    Mono<Document> get(Actor actor, @PathVariable UUID id) {
        return own(id, actor);
    }

    @GetMapping(path = "/{id}/content", produces = MediaType.ALL_VALUE)
    @Allowed(Role.PARTNER)
    @RequiredScope("documents:read")
    @Operation(
            operationId = "getDocumentContent",
            summary = "Download a document 下载文件",
            description = "Under its own name; the ETag is its SHA-256.")
    @ApiResponse(
            responseCode = "200",
            headers = @Header(name = "ETag", ref = "#/components/headers/ETag"),
            useReturnTypeSchema = true)
    Mono<ResponseEntity<Flux<DataBuffer>>> content(Actor actor, @PathVariable UUID id) {
        return own(id, actor).map(document -> DocumentContent.answer(document, documents.content(document)));
    }

    private Mono<Document> own(UUID id, Actor actor) {
        return partners.ofActor(actor)
                .flatMap(partner ->
                        documents.ofPartner(partner.own(), List.of(id)).next())
                .switchIfEmpty(Problem.missing("The document"));
    }
}
