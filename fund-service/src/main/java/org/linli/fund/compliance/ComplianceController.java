package org.linli.fund.compliance;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.platform.file.TableFormat;
import org.linli.platform.paging.Exports;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.request.PeriodRange;
import org.linli.platform.request.QueryParameters;
import org.linli.platform.security.Actor;
import org.linli.platform.security.AllowedStaff;
import org.linli.platform.unit.Scope;
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
@RequestMapping("/api/fund/compliance/{scope}")
@Tag(name = "Compliance", description = "Owed, funded and the rate reached, by branch, subtree or period")
class ComplianceController {

    private final Compliance compliance;
    private final Exports exports;

    ComplianceController(Compliance compliance, Exports exports) {
        this.compliance = compliance;
        this.exports = exports;
    }

    @GetMapping
    @AllowedStaff
    @Operation(
            operationId = "listCompliance",
            summary = "Get compliance by unit 返还达标情况",
            description = "Of a unit's whole subtree, as now")
    Mono<ResponseEntity<Page<ComplianceRow>>> show(
            Actor caller,
            PageRequest page,
            @Parameter(description = "Unit code", example = "440703006") @PathVariable String scope,
            @Parameter(description = "First period", example = "2026-01") @RequestParam(required = false) @Nullable
                    String from,
            @Parameter(description = "Last period", example = "2026-12") @RequestParam(required = false) @Nullable
                    String to,
            @Parameter(description = "BRANCH unless given", schema = @Schema(implementation = Grouping.class))
                    @RequestParam(required = false)
                    @Nullable
                    String by) {
        View view = View.of(from, to, by);
        return compliance
                .page(subtree(caller, scope), view.periods(), view.by(), page)
                .map(rows -> page.answer(rows));
    }

    @GetMapping(
            path = "/export",
            produces = {TableFormat.CSV_TYPE, TableFormat.XLSX_TYPE})
    @AllowedStaff
    @Operation(
            operationId = "exportCompliance",
            summary = "Export compliance 导出返还达标情况",
            description = "The whole view as CSV in UTF-8, or as xlsx")
    Mono<ResponseEntity<Flux<DataBuffer>>> export(
            Actor caller,
            @PathVariable String scope,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @Parameter(schema = @Schema(implementation = Grouping.class)) @RequestParam(required = false) @Nullable
                    String by,
            @Parameter(description = "zh: Chinese headings, in CSV with a byte order mark", example = "zh")
                    @RequestParam(required = false)
                    @Nullable
                    String header,
            @Parameter(description = "CSV unless given", schema = @Schema(implementation = TableFormat.class))
                    @RequestParam(required = false)
                    @Nullable
                    String format) {
        Scope subtree = subtree(caller, scope);
        View view = View.of(from, to, by);
        TableFormat as = QueryParameters.read(query -> query.anyOf("format", format, TableFormat.class))
                .orElse(TableFormat.CSV);
        return exports.answer(
                ComplianceRow.HEADING.file("compliance-" + scope, "zh".equals(header)),
                as,
                page -> compliance.page(subtree, view.periods(), view.by(), page),
                ComplianceRow::toRow);
    }

    private static Scope subtree(Actor caller, String unit) {
        return Scope.of(caller.covered(unit).value());
    }

    private record View(PeriodRange periods, Grouping by) {

        static View of(@Nullable String from, @Nullable String to, @Nullable String by) {
            return QueryParameters.read(query -> new View(
                    query.periods(from, to),
                    query.anyOf("by", by, Grouping.class).orElse(Grouping.BRANCH)));
        }
    }
}
