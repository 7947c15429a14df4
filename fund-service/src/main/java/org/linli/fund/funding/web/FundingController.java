package org.linli.fund.funding.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.fund.funding.FundObligation;
import org.linli.fund.funding.Funding;
import org.linli.fund.funding.application.Fundings;
import org.linli.fund.funding.application.HandleFunding;
import org.linli.fund.funding.application.HandleFunding.Booked;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.openapi.Creates;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.problem.Problem;
import org.linli.platform.request.QueryParameters;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.AllowedStaff;
import org.linli.platform.security.Role;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/fund/fundings")
@Tag(name = "Fundings", description = "Money that has moved to cover obligations, and what of it was taken back")
class FundingController {

    private final Fundings fundings;
    private final HandleFunding handle;
    private final CommandEndpoint<Booked, BookedFundingView> booked;

    FundingController(Fundings fundings, HandleFunding handle, CommandEndpoints commands) {
        this.fundings = fundings;
        this.handle = handle;
        this.booked = commands.of(
                        "Obligation",
                        BookedFundingView.class,
                        (Booked done) -> BookedFundingView.of(done.funding(), done.after()))
                .at("/api/fund/fundings", view -> view.funding().id());
    }

    @PostMapping
    @Creates
    @Allowed(Role.HQ)
    @Operation(
            operationId = "fundFunding",
            summary = "Book a transfer for an obligation 登记返还到账",
            description = "Never more than is outstanding, however many arrive at once; the journal moves with it")
    @ApiResponse(
            responseCode = "409",
            description = "More than is outstanding (more-than-outstanding), or booked already (reference-used)",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    @ApiResponse(
            responseCode = "422",
            description = "Some fields are not valid, each named (invalid-request)",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    Mono<ResponseEntity<BookedFundingView>> fund(Actor caller, CommandKey key, @RequestBody FundingRequest body) {
        FundObligation command = body.toCommand();
        return booked.create(
                key,
                body,
                () -> handle.handle(command, caller).switchIfEmpty(Mono.error(FundingProblems::nothingAccepted)));
    }

    @GetMapping
    @AllowedStaff
    @Operation(
            operationId = "listFundings",
            summary = "List fundings 到账列表",
            description = "Of the branches that you may see, the latest first")
    Mono<ResponseEntity<Page<FundingView>>> list(
            Actor caller,
            PageRequest page,
            @Parameter(description = "Narrows to a subtree", example = "440703006")
                    @RequestParam(required = false)
                    @Nullable
                    String within,
            @Parameter(description = "First period", example = "2026-01") @RequestParam(required = false) @Nullable
                    String from,
            @Parameter(description = "Last period", example = "2026-12") @RequestParam(required = false) @Nullable
                    String to) {
        return fundings.page(
                        caller.scope().narrowedTo(within),
                        QueryParameters.read(query -> query.periods(from, to)),
                        page)
                .map(rows -> page.answer(rows, FundingView::of));
    }

    @GetMapping("/{id}")
    @AllowedStaff
    @Operation(operationId = "getFunding", summary = "Get a funding 到账详情")
    Mono<FundingView> one(Actor caller, @Parameter(example = "17") @PathVariable String id) {
        return (id.matches("[0-9]{1,18}") ? fundings.one(caller.scope(), Long.parseLong(id)) : Mono.<Funding>empty())
                .map(FundingView::of)
                .switchIfEmpty(Problem.missing("Funding"));
    }
}
