package org.linli.fund.obligation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.fund.obligation.ObligationKey;
import org.linli.fund.obligation.ObligationState;
import org.linli.fund.obligation.application.ObligationQueries;
import org.linli.fund.obligation.application.ObligationQueries.Filter;
import org.linli.fund.obligation.application.ObligationQueries.Order;
import org.linli.platform.file.TableFormat;
import org.linli.platform.paging.Exports;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.problem.Problem;
import org.linli.platform.request.QueryParameters;
import org.linli.platform.security.Actor;
import org.linli.platform.security.AllowedStaff;
import org.linli.platform.text.Dates;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/fund")
@Tag(name = "Obligations", description = "What each branch owes to its residents, by period")
class ObligationController {

    private final ObligationQueries obligations;
    private final Exports exports;

    ObligationController(ObligationQueries obligations, Exports exports) {
        this.obligations = obligations;
        this.exports = exports;
    }

    @GetMapping("/obligations")
    @AllowedStaff
    @Operation(
            operationId = "listObligations",
            summary = "List obligations 返还义务列表",
            description = "Of the branches that you may see, up to 1000 a page")
    Mono<ResponseEntity<Page<ObligationView>>> list(
            Actor caller,
            PageRequest page,
            @Parameter(description = "Narrows to a subtree", example = "440703006")
                    @RequestParam(required = false)
                    @Nullable
                    String within,
            @Parameter(description = "First period", example = "2026-01") @RequestParam(required = false) @Nullable
                    String from,
            @Parameter(description = "Last period", example = "2026-12") @RequestParam(required = false) @Nullable
                    String to,
            @Parameter(schema = @Schema(implementation = ObligationState.class))
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            @Parameter(
                            description = "UNIT unless given; amounts largest first",
                            schema = @Schema(implementation = Order.class))
                    @RequestParam(required = false)
                    @Nullable
                    String sort) {
        return obligations
                .page(filter(caller, within, from, to, state, sort), page)
                .map(rows -> page.answer(rows, ObligationView::of));
    }

    @GetMapping(
            path = "/obligations/export",
            produces = {TableFormat.CSV_TYPE, TableFormat.XLSX_TYPE})
    @AllowedStaff
    @Operation(
            operationId = "exportObligations",
            summary = "Export obligations 导出返还义务",
            description = "The whole list as CSV in UTF-8, or as xlsx")
    Mono<ResponseEntity<Flux<DataBuffer>>> export(
            Actor caller,
            @RequestParam(required = false) @Nullable String within,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @Parameter(schema = @Schema(implementation = ObligationState.class))
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            @Parameter(schema = @Schema(implementation = Order.class)) @RequestParam(required = false) @Nullable
                    String sort,
            @Parameter(description = "zh: Chinese headings, in CSV with a byte order mark", example = "zh")
                    @RequestParam(required = false)
                    @Nullable
                    String header,
            @Parameter(description = "CSV unless given", schema = @Schema(implementation = TableFormat.class))
                    @RequestParam(required = false)
                    @Nullable
                    String format) {
        Filter filter = filter(caller, within, from, to, state, sort);
        TableFormat as = QueryParameters.read(query -> query.anyOf("format", format, TableFormat.class))
                .orElse(TableFormat.CSV);
        return exports.answer(
                ObligationView.HEADING.file("obligations", "zh".equals(header)),
                as,
                page -> obligations.page(filter, page),
                line -> ObligationView.of(line).toRow());
    }

    @GetMapping("/obligations/{unit}/{period}")
    @AllowedStaff
    @Operation(
            operationId = "getObligation",
            summary = "Get an obligation 返还义务详情",
            description = "With each accepted statement that made it and each transfer that covered it")
    Mono<ObligationDetailView> one(
            Actor caller,
            @Parameter(example = "440703006101") @PathVariable String unit,
            @Parameter(example = "2026-03") @PathVariable String period) {
        ObligationKey key = UnitCode.parse(unit)
                .flatMap(code -> Dates.period(period).map(month -> new ObligationKey(code, month)))
                .orElseThrow(() -> Problem.notFound("Obligation").exception());
        Scope scope = caller.scope();
        return obligations
                .one(scope, key)
                .switchIfEmpty(Problem.missing("Obligation"))
                .flatMap(line -> obligations
                        .accruals(scope, key)
                        .flatMap(accruals -> obligations
                                .carried(scope, key)
                                .flatMap(carries -> obligations
                                        .fundings(scope, key)
                                        .map(fundings -> ObligationDetailView.of(line, accruals, carries, fundings)))));
    }

    private static Filter filter(
            Actor caller,
            @Nullable String within,
            @Nullable String from,
            @Nullable String to,
            @Nullable String state,
            @Nullable String sort) {
        return QueryParameters.read(query -> new Filter(
                caller.scope().narrowedTo(within),
                query.periods(from, to),
                query.anyOf("state", state, ObligationState.class),
                query.anyOf("sort", sort, Order.class).orElse(Order.UNIT)));
    }
}
