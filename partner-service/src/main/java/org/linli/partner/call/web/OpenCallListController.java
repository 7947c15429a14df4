package org.linli.partner.call.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.partner.call.CooperationMode;
import org.linli.partner.call.application.CallFilter;
import org.linli.partner.call.application.OpenCalls;
import org.linli.partner.id.Ids;
import org.linli.partner.search.Search;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.history.History;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.security.Actor;
import org.linli.platform.security.AllowedStaff;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

@RestController
@RequestMapping("/api/partner/open-calls")
@Tag(name = "Open calls 英雄帖")
class OpenCallListController {

    private final OpenCalls calls;
    private final History steps;
    private final Clock clock;

    OpenCallListController(OpenCalls calls, History steps, Clock clock) {
        this.calls = calls;
        this.steps = steps;
        this.clock = clock;
    }

    @GetMapping
    @AllowedStaff
    @Operation(
            operationId = "listOpenCalls",
            summary = "List calls 英雄帖列表",
            description = "Those of the units that you may see, newest first.")
    Mono<ResponseEntity<Page<CallView>>> list(
            Actor actor,
            PageRequest page,
            @Parameter(description = "Narrows to a subtree of units", example = "440703006")
                    @RequestParam(required = false)
                    @Nullable
                    String within,
            @RequestParam(required = false) @Nullable StateName state,
            @Parameter(example = "TRAINING") @RequestParam(defaultValue = "") String line,
            @RequestParam(required = false) @Nullable CooperationMode mode,
            @Parameter(description = "Words of title, need or conditions, or their pinyin initials", example = "书法")
                    @RequestParam(required = false)
                    @Nullable
                    String q) {
        var filter = new CallFilter(state == null ? StateName.all() : List.of(state.name()), line, mode, Search.of(q));
        Instant at = clock.instant();
        return calls.page(actor.scope().narrowedTo(within), filter, page, at)
                .map(found -> page.answer(found, row -> CallView.of(row, at)));
    }

    @GetMapping("/{id}")
    @AllowedStaff
    @Operation(operationId = "getOpenCall", summary = "Get a call with its history 英雄帖详情")
    Mono<ResponseEntity<CallView>> one(Actor actor, @PathVariable String id) {
        UUID call = Ids.of(id, "The call");
        return calls.find(actor.scope(), call)
                .flatMap(found -> steps.of(actor.scope(), call)
                        .map(history ->
                                ExpectedVersion.answer(CallView.of(found, clock.instant(), history), found.version())))
                .switchIfEmpty(Mono.error(CallProblems::notFound));
    }

    /** The states a caller can ask for. */
    @Schema(name = "OpenCallState")
    enum StateName {
        DRAFT,
        PUBLISHED,
        CLOSED,
        CANCELLED;

        static List<String> all() {
            return Stream.of(values()).map(Objects::toString).toList();
        }
    }
}
