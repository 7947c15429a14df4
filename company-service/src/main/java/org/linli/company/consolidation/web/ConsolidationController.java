package org.linli.company.consolidation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.company.consolidation.store.ConsolidatedFigures;
import org.linli.company.consolidation.store.ProgressMarks;
import org.linli.company.consolidation.store.UnitNames;
import org.linli.platform.problem.Problem;
import org.linli.platform.request.PeriodRange;
import org.linli.platform.request.QueryParameters;
import org.linli.platform.security.Actor;
import org.linli.platform.security.AllowedStaff;
import org.linli.platform.unit.UnitCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The consolidated figures of one scope: city, district, street or branch. */
@RestController
@RequestMapping("/api/company/consolidation/{scope}")
@Tag(name = "Consolidation 合并", description = "HQ's view of accepted revenue, eliminated at four levels")
class ConsolidationController {

    /** Ten years: enough for any report, and a bound for what one read may touch. */
    private static final int MOST_PERIODS = 120;

    private final ConsolidatedFigures figures;
    private final ProgressMarks progress;
    private final UnitNames units;

    ConsolidationController(ConsolidatedFigures figures, ProgressMarks progress, UnitNames units) {
        this.figures = figures;
        this.progress = progress;
        this.units = units;
    }

    @GetMapping
    @AllowedStaff
    @Operation(
            operationId = "getConsolidation",
            summary = "Get the consolidated revenue of a scope 合并收入",
            description = "Total, and the same figures by period, business line and branch class. Sales between two"
                    + " units inside the scope are eliminated; external = gross − eliminated. With compareFrom and"
                    + " compareTo also what changed since those months. 范围内单位之间的交易予以抵销。")
    Mono<ConsolidatedView> consolidated(
            Actor actor,
            @Parameter(example = "440703006") @PathVariable String scope,
            @Parameter(example = "2026-01", required = true) @RequestParam(required = false) @Nullable String from,
            @Parameter(example = "2026-12", required = true) @RequestParam(required = false) @Nullable String to,
            @Parameter(example = "2025-01") @RequestParam(required = false) @Nullable String compareFrom,
            @Parameter(example = "2025-12") @RequestParam(required = false) @Nullable String compareTo) {
        UnitCode unit = ConsolidationAccess.scope(actor, scope);
        PeriodRange months = QueryParameters.read(query -> query.periods("from", from, "to", to, MOST_PERIODS));
        Mono<ConsolidatedView> view = view(actor, unit, months);
        if (compareFrom == null && compareTo == null) {
            return view;
        }
        PeriodRange earlier = QueryParameters.read(
                query -> query.periods("compareFrom", compareFrom, "compareTo", compareTo, MOST_PERIODS));
        return view.flatMap(now -> compared(actor, unit, now, months, earlier));
    }

    @GetMapping("/progress")
    @AllowedStaff
    @Operation(
            operationId = "getConsolidationProgress",
            summary = "Get the progress of the consolidation 合并进度",
            description = "Accepted versions taken in at this scope so far, corrections counted each; zero before the"
                    + " first. 已并入合并数的确认版本数。")
    Mono<RowViews.ProgressView> progress(Actor actor, @Parameter(example = "440703006") @PathVariable String scope) {
        return progress.of(actor.scope(), ConsolidationAccess.scope(actor, scope))
                .map(RowViews.ProgressView::of)
                .defaultIfEmpty(RowViews.ProgressView.NOTHING_YET);
    }

    /** A unit that neither the registry nor any figure knows is not there. */
    private Mono<ConsolidatedView> view(Actor actor, UnitCode unit, PeriodRange months) {
        return units.name(actor.scope(), unit)
                .switchIfEmpty(Mono.defer(() -> codeOfOneWithFigures(actor, unit)))
                .flatMap(name ->
                        figures.of(actor.scope(), unit, months).map(found -> ConsolidatedView.of(unit, name, found)));
    }

    private Mono<String> codeOfOneWithFigures(Actor actor, UnitCode unit) {
        return progress.of(actor.scope(), unit).map(mark -> unit.value()).switchIfEmpty(Problem.missing("The unit"));
    }

    private Mono<ConsolidatedView> compared(
            Actor actor, UnitCode unit, ConsolidatedView view, PeriodRange months, PeriodRange earlier) {
        return figures.of(actor.scope(), unit, months)
                .zipWhen(now -> figures.of(actor.scope(), unit, earlier))
                .map(both -> view.comparedWith(both.getT2(), both.getT1()));
    }
}
