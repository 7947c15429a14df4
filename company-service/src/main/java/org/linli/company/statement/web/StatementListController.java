package org.linli.company.statement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.company.statement.StatementId;
import org.linli.company.statement.store.StatementList;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.request.QueryParameters;
import org.linli.platform.security.Actor;
import org.linli.platform.security.AllowedStaff;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.time.YearMonth;

@RestController
@RequestMapping("/api/company/statements")
@Tag(name = "Revenue statements 收入报表")
class StatementListController {

    private final StatementList statements;
    private final StatementViews views;

    StatementListController(StatementList statements, StatementViews views) {
        this.statements = statements;
        this.views = views;
    }

    @GetMapping
    @AllowedStaff
    @Operation(
            operationId = "listStatements",
            summary = "List statements 报表列表",
            description = "By branch, period and version; state=SUBMITTED is HQ's work list.")
    Mono<ResponseEntity<Page<StatementView>>> list(
            Actor actor,
            PageRequest page,
            @RequestParam(required = false) @Nullable String within,
            @RequestParam(required = false) @Nullable YearMonth period,
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth to,
            @RequestParam(required = false) @Nullable StateName state) {
        QueryParameters.read(query -> query.periods(from, to));
        return statements
                .page(
                        actor.scope().narrowedTo(within),
                        period == null ? from : period,
                        period == null ? to : period,
                        state == null ? "" : state.name(),
                        page)
                .map(found -> page.answer(found, StatementView::of));
    }

    @GetMapping("/{id}")
    @AllowedStaff
    @Operation(operationId = "getStatement", summary = "Get a statement with its lines and history 报表详情")
    Mono<ResponseEntity<StatementView>> get(Actor actor, @PathVariable String id) {
        return Mono.justOrEmpty(StatementId.parse(id))
                .flatMap(statement -> views.whole(statement, actor.scope()))
                .map(view -> ExpectedVersion.answer(view, view.revision()))
                .switchIfEmpty(Mono.error(StatementViews::notFound));
    }

    /** The states a caller can ask for. */
    @Schema(name = "StatementState")
    enum StateName {
        DRAFT,
        SUBMITTED,
        RETURNED,
        ACCEPTED,
        SUPERSEDED,
        DISCARDED
    }
}
