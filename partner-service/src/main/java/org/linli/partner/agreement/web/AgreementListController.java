package org.linli.partner.agreement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.partner.agreement.application.AgreementFilter;
import org.linli.partner.agreement.application.Agreements;
import org.linli.partner.agreement.application.StoredAgreement;
import org.linli.partner.agreement.pdf.AgreementPdf;
import org.linli.partner.id.Ids;
import org.linli.partner.partner.Partners;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.security.Actor;
import org.linli.platform.security.AllowedStaffAndPartners;
import org.linli.platform.security.RequiredScope;
import org.linli.platform.text.Texts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.util.List;

@RestController
@RequestMapping("/api/partner/agreements")
@Tag(name = "Agreements 合作协议")
class AgreementListController {

    private final Agreements agreements;
    private final Partners partners;
    private final AgreementPdf paper;

    AgreementListController(Agreements agreements, Partners partners, AgreementPdf paper) {
        this.agreements = agreements;
        this.partners = partners;
        this.paper = paper;
    }

    @GetMapping
    @AllowedStaffAndPartners
    @RequiredScope("agreements:read")
    @Operation(
            operationId = "listAgreements",
            summary = "List agreements 协议列表",
            description = "Staff see those of their units, a partner its own. q looks into titles and partners' names.")
    Mono<ResponseEntity<Page<AgreementView>>> list(
            Actor actor,
            PageRequest page,
            @RequestParam(required = false) @Nullable String within,
            @RequestParam(required = false) @Nullable StateName state,
            @RequestParam(defaultValue = "") String partnerId,
            @RequestParam(defaultValue = "") String q) {
        AgreementFilter filter = new AgreementFilter(
                within == null ? "" : within, state == null ? "" : state.name(), partnerId.strip(), Texts.trimmed(q));
        return partners.visibility(actor)
                .flatMap(visibility -> agreements.page(visibility.narrowedTo(within), filter, page))
                .map(found -> page.answer(found, AgreementView::of));
    }

    @GetMapping("/{id}")
    @AllowedStaffAndPartners
    @RequiredScope("agreements:read")
    @Operation(operationId = "getAgreement", summary = "Get an agreement with all its versions 协议详情")
    Mono<ResponseEntity<AgreementView>> get(Actor actor, @PathVariable String id) {
        return find(actor, id).map(AgreementView::of).map(view -> ExpectedVersion.answer(view, view.version()));
    }

    @GetMapping("/{id}/history")
    @AllowedStaffAndPartners
    @RequiredScope("agreements:read")
    @Operation(operationId = "listAgreementHistory", summary = "List the history of an agreement 协议经过")
    Mono<HistoryView> history(Actor actor, @PathVariable String id) {
        return find(actor, id)
                .flatMap(known -> partners.visibility(actor)
                        .flatMap(visibility ->
                                agreements.history(known.agreement().parties().id(), visibility)))
                .map(HistoryView::new);
    }

    @GetMapping(value = "/{id}/document", produces = MediaType.APPLICATION_PDF_VALUE)
    @AllowedStaffAndPartners
    @RequiredScope("agreements:read")
    @Operation(
            operationId = "getAgreementDocument",
            summary = "Get an agreement as PDF for signature 协议文本",
            description = "Made from the terms of the newest version, or of the one asked for.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    Mono<ResponseEntity<byte[]>> document(
            Actor actor, @PathVariable String id, @RequestParam(required = false) @Nullable Integer version) {
        return find(actor, id)
                .filter(known -> version == null
                        || version >= 1 && version <= known.versions().size())
                .switchIfEmpty(Mono.error(AgreementProblems::notFound))
                .flatMap(known -> paper.of(
                        known,
                        version == null ? known.latest() : known.versions().get(version - 1)))
                .map(pdf -> ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"agreement-" + id + ".pdf\"")
                        .contentType(MediaType.APPLICATION_PDF)
                        .body(pdf));
    }

    private Mono<StoredAgreement> find(Actor actor, String id) {
        return Mono.justOrEmpty(Ids.parse(id))
                .flatMap(agreement ->
                        partners.visibility(actor).flatMap(visibility -> agreements.find(agreement, visibility)))
                .switchIfEmpty(Mono.error(AgreementProblems::notFound));
    }

    /** The states a caller can ask for. */
    @Schema(name = "AgreementState")
    enum StateName {
        DRAFT,
        SIGNED,
        AMENDING,
        ENDED,
        EXPIRED,
        DISCARDED
    }

    @Schema(name = "AgreementHistory")
    record HistoryView(List<Agreements.Step> items) {}
}
