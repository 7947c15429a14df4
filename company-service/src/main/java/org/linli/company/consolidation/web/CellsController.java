package org.linli.company.consolidation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.company.consolidation.store.CellList;
import org.linli.platform.file.TableFormat;
import org.linli.platform.paging.Exports;
import org.linli.platform.paging.MaxRows;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.request.QueryParameters;
import org.linli.platform.security.Actor;
import org.linli.platform.security.AllowedStaff;
import org.linli.platform.unit.Scope;
import org.linli.platform.unit.UnitLevel;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All cells that the caller may see, page by page or as one file. */
@RestController
@RequestMapping("/api/company/consolidation/cells")
@Tag(name = "Consolidation 合并")
class CellsController {

    private final CellList cells;
    private final Exports exports;

    CellsController(CellList cells, Exports exports) {
        this.cells = cells;
        this.exports = exports;
    }

    @GetMapping
    @AllowedStaff
    @Operation(
            operationId = "listConsolidationCells",
            summary = "List consolidation cells 合并单元格",
            description = "Ordered by level, scope, period and line; at most 5000 a page. A branch sees its own."
                    + " 按层级、范围、期间、业务线排列。")
    Mono<ResponseEntity<Page<RowViews.CellView>>> cells(
            Actor actor,
            @Parameter(example = "440703006") @RequestParam(required = false) @Nullable String within,
            @Parameter(example = "STREET") @RequestParam(required = false) @Nullable String level,
            @Parameter(example = "2026-01") @RequestParam(required = false) @Nullable String from,
            @Parameter(example = "2026-12") @RequestParam(required = false) @Nullable String to,
            @Parameter(hidden = true) @MaxRows(5000) PageRequest page) {
        CellList.Filter filter = filter(actor, level, from, to);
        return cells.page(actor.scope().narrowedTo(within), filter, page)
                .map(rows -> page.answer(rows, RowViews.CellView::of));
    }

    @GetMapping(
            path = "/export",
            produces = {TableFormat.CSV_TYPE, TableFormat.XLSX_TYPE})
    @AllowedStaff
    @Operation(
            operationId = "exportConsolidationCells",
            summary = "Export consolidation cells 导出合并单元格",
            description =
                    "CSV (UTF-8, RFC 4180) or format=XLSX, written as it is read. With header=zh the header row is Chinese and the"
                            + " CSV starts with a byte order mark, as spreadsheet programs like it. 中文表头请用 header=zh。")
    Mono<ResponseEntity<Flux<DataBuffer>>> export(
            Actor actor,
            @Parameter(example = "440703006") @RequestParam(required = false) @Nullable String within,
            @Parameter(example = "STREET") @RequestParam(required = false) @Nullable String level,
            @Parameter(example = "2026-01") @RequestParam(required = false) @Nullable String from,
            @Parameter(example = "2026-12") @RequestParam(required = false) @Nullable String to,
            @Parameter(example = "zh") @RequestParam(required = false) @Nullable String header,
            @RequestParam(defaultValue = "CSV") TableFormat format) {
        CellList.Filter filter = filter(actor, level, from, to);
        Scope rights = actor.scope().narrowedTo(within);
        CellsFile.Language language = QueryParameters.read(
                        query -> query.anyOf("header", header, CellsFile.Language.class))
                .orElse(CellsFile.Language.EN);
        return exports.answer(CellsFile.in(language), format, page -> cells.page(rights, filter, page), CellsFile::row);
    }

    private static CellList.Filter filter(
            Actor actor, @Nullable String level, @Nullable String from, @Nullable String to) {
        CellList.Filter asked = QueryParameters.read(query -> new CellList.Filter(
                query.anyOf("level", level, UnitLevel.class).orElse(null), query.periods(from, to)));
        return new CellList.Filter(ConsolidationAccess.level(actor, asked.level()), asked.periods());
    }
}
