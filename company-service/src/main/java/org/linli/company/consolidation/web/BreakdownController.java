package org.linli.company.consolidation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.company.consolidation.store.BranchList;
import org.linli.company.consolidation.store.PartnerList;
import org.linli.company.consolidation.store.StatementLineList;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.request.QueryParameters;
import org.linli.platform.security.Actor;
import org.linli.platform.security.AllowedStaff;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a scope's figures consist of: its branches, its partners, and the accepted lines behind them. */
@RestController
@RequestMapping("/api/company/consolidation/{scope}")
@Tag(name = "Consolidation 合并")
class BreakdownController {

    private static final int LONGEST = 500;

    private final BranchList branches;
    private final PartnerList partners;
    private final StatementLineList lines;

    BreakdownController(BranchList branches, PartnerList partners, StatementLineList lines) {
        this.branches = branches;
        this.partners = partners;
        this.lines = lines;
    }

    @GetMapping("/branches")
    @AllowedStaff
    @Operation(
            operationId = "listConsolidationBranches",
            summary = "List a scope's figures by branch 分公司构成",
            description = "Figures of each branch, eliminated as at this scope; ordered by code. 按分公司列示。")
    Mono<ResponseEntity<Page<RowViews.BranchView>>> branches(
            Actor actor,
            @Parameter(example = "440703006") @PathVariable String scope,
            @Parameter(example = "2026-01") @RequestParam(required = false) @Nullable String from,
            @Parameter(example = "2026-12") @RequestParam(required = false) @Nullable String to,
            @Parameter(hidden = true) PageRequest page) {
        UnitCode unit = ConsolidationAccess.scope(actor, scope);
        return branches.page(actor.scope(), unit, QueryParameters.read(query -> query.periods(from, to)), page)
                .map(rows -> page.answer(rows, RowViews.BranchView::of));
    }

    @GetMapping("/partners")
    @AllowedStaff
    @Operation(
            operationId = "listConsolidationPartners",
            summary = "List a scope's figures by partner 合伙人构成",
            description = "Only revenue with a partner; ordered by the partner's name as entered. 按社区合伙人列示。")
    Mono<ResponseEntity<Page<RowViews.PartnerView>>> partners(
            Actor actor,
            @Parameter(example = "440703006") @PathVariable String scope,
            @Parameter(example = "2026-01") @RequestParam(required = false) @Nullable String from,
            @Parameter(example = "2026-12") @RequestParam(required = false) @Nullable String to,
            @Parameter(hidden = true) PageRequest page) {
        UnitCode unit = ConsolidationAccess.scope(actor, scope);
        return partners.page(actor.scope(), unit, QueryParameters.read(query -> query.periods(from, to)), page)
                .map(rows -> page.answer(rows, RowViews.PartnerView::of));
    }

    @GetMapping("/statement-lines")
    @AllowedStaff
    @Operation(
            operationId = "listConsolidationStatementLines",
            summary = "List the accepted statement lines behind a figure 下钻到报表行",
            description = "Lines of the statements that count now, each with whether it is eliminated at this scope and"
                    + " a link to its entries. 当前有效报表的明细行。")
    Mono<ResponseEntity<Page<RowViews.StatementLineView>>> lines(
            Actor actor,
            @Parameter(example = "440703006") @PathVariable String scope,
            @Parameter(example = "440703006101") @RequestParam(required = false) @Nullable String branch,
            @Parameter(example = "CANTEEN") @RequestParam(required = false) @Nullable String line,
            @RequestParam(required = false) @Nullable String partner,
            @Parameter(example = "2026-01") @RequestParam(required = false) @Nullable String from,
            @Parameter(example = "2026-12") @RequestParam(required = false) @Nullable String to,
            @Parameter(hidden = true) PageRequest page) {
        UnitCode unit = ConsolidationAccess.scope(actor, scope);
        var filter = QueryParameters.read(query -> new StatementLineList.Filter(
                query.textOrNull("line", line, LONGEST),
                query.textOrNull("partner", partner, LONGEST),
                query.periods(from, to)));
        String only = QueryParameters.read(query -> query.branchOrAny("branch", branch));
        Scope within = actor.scope().narrowedTo(unit.value()).narrowedTo(only);
        return lines.page(within, filter, page)
                .map(rows -> page.answer(rows, row -> RowViews.StatementLineView.of(unit, row)));
    }
}
