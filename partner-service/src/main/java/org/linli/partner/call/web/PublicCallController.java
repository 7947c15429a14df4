package org.linli.partner.call.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.partner.call.CooperationMode;
import org.linli.partner.call.application.CallFilter;
import org.linli.partner.call.application.OpenCalls;
import org.linli.partner.id.Ids;
import org.linli.partner.search.Search;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.paging.MaxRows;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.security.Public;
import org.linli.platform.unit.Scope;
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

@RestController
@RequestMapping("/api/partner/public/open-calls")
@Tag(name = "Public 公开", description = "What everybody may see, without a token")
class PublicCallController {

    private final OpenCalls calls;
    private final Clock clock;

    PublicCallController(OpenCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    @GetMapping
    @Public
    @Operation(
            operationId = "listPublicOpenCalls",
            summary = "List published calls 公开英雄帖",
            description = "Open and closed ones, the latest first")
    Mono<ResponseEntity<Page<PublicCallView>>> list(
            @MaxRows(200) PageRequest page,
            @Parameter(description = "Narrows to a subtree of units", example = "440703006")
                    @RequestParam(required = false)
                    @Nullable
                    String within,
            @Parameter(description = "Only those that take proposals now") @RequestParam(defaultValue = "false")
                    boolean open,
            @Parameter(example = "TRAINING") @RequestParam(defaultValue = "") String line,
            @RequestParam(required = false) @Nullable CooperationMode mode,
            @Parameter(description = "Words of title, need or conditions, or their pinyin initials", example = "sf")
                    @RequestParam(required = false)
                    @Nullable
                    String q) {
        var filter = new CallFilter(open ? List.of("PUBLISHED") : CallFilter.PUBLIC, line, mode, Search.of(q));
        Instant at = clock.instant();
        return calls.page(Scope.everywhere().narrowedTo(within), filter, page, at)
                .map(found -> page.answer(found, row -> PublicCallView.of(row, at)));
    }

    @GetMapping("/{id}")
    @Public
    @Operation(operationId = "getPublicOpenCall", summary = "Get a published call 公开英雄帖详情")
    Mono<ResponseEntity<PublicCallView>> one(@PathVariable String id) {
        Instant at = clock.instant();
        return calls.find(Scope.everywhere(), Ids.of(id, "The call"))
                .filter(found -> CallFilter.PUBLIC.contains(found.call().state(at)))
                .map(found -> ExpectedVersion.answer(PublicCallView.of(found, at), found.version()))
                .switchIfEmpty(Mono.error(CallProblems::notFound));
    }
}
