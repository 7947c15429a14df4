package org.linli.fund.funding.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.fund.funding.Reversal;
import org.linli.fund.funding.ReverseFunding;
import org.linli.fund.funding.application.HandleReversal;
import org.linli.fund.funding.application.HandleReversal.Booked;
import org.linli.fund.funding.application.Reversals;
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

import java.util.Optional;

@RestController
@RequestMapping("/api/fund")
@Tag(name = "Fundings")
class ReversalController {

    private final Reversals reversals;
    private final HandleReversal handle;
    private final CommandEndpoint<Booked, BookedReversalView> booked;

    ReversalController(Reversals reversals, HandleReversal handle, CommandEndpoints commands) {
        this.reversals = reversals;
        this.handle = handle;
        this.booked = commands.of(
                        "Funding",
                        BookedReversalView.class,
                        (Booked done) -> BookedReversalView.of(done.reversal(), done.after()))
                .at("/api/fund/reversals", view -> view.reversal().id());
    }

    @PostMapping("/fundings/{id}/reversal")
    @Creates
    @Allowed(Role.HQ)
    @Operation(
            operationId = "reverseFunding",
            summary = "Reverse a funding 冲销返还到账",
            description =
                    "Whole, once, by a document of its own: the transfer came back from the bank, or was never one"
                            + " for this obligation. What it covered is outstanding again, the journal moves back by the same"
                            + " amount, and the funding stays readable")
    @ApiResponse(
            responseCode = "409",
            description = "Reversed already (funding-reversed), or the movement is booked already (reference-used)",
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
    Mono<ResponseEntity<BookedReversalView>> reverse(
            Actor caller,
            CommandKey key,
            @Parameter(example = "17") @PathVariable String id,
            @RequestBody ReversalRequest body) {
        ReverseFunding command = body.toCommand(
                number(id).orElseThrow(() -> Problem.notFound("Funding").exception()));
        return booked.create(key, body, () -> handle.handle(command, caller));
    }

    @GetMapping("/reversals")
    @AllowedStaff
    @Operation(
            operationId = "listReversals",
            summary = "List reversals of fundings 到账冲销列表",
            description = "Of the branches that you may see, the latest first")
    Mono<ResponseEntity<Page<ReversalView>>> list(
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
        return reversals
                .page(caller.scope().narrowedTo(within), QueryParameters.read(query -> query.periods(from, to)), page)
                .map(rows -> page.answer(rows, ReversalView::of));
    }

    @GetMapping("/reversals/{id}")
    @AllowedStaff
    @Operation(operationId = "getReversal", summary = "Get a reversal 到账冲销详情")
    Mono<ReversalView> one(Actor caller, @Parameter(example = "3") @PathVariable String id) {
        return Mono.justOrEmpty(number(id))
                .flatMap(reversal -> reversals.one(caller.scope(), reversal))
                .map(ReversalView::of)
                .switchIfEmpty(Problem.missing("Reversal"));
    }

    private static Optional<Long> number(String id) {
        return id.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(id)) : Optional.empty();
    }
}
