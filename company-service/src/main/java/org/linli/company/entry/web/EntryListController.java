package org.linli.company.entry.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.company.entry.EntryFilter;
import org.linli.company.entry.store.EntryList;
import org.linli.company.statement.StatementId;
import org.linli.platform.file.TableFormat;
import org.linli.platform.paging.Exports;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.problem.Problem;
import org.linli.platform.request.QueryParameters;
import org.linli.platform.security.Actor;
import org.linli.platform.security.AllowedStaff;
import org.linli.platform.unit.Scope;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.YearMonth;
import java.util.Set;

@RestController
@RequestMapping("/api/company/entries")
@Tag(name = "Revenue entries 收入流水")
class EntryListController {

    private final EntryList entries;
    private final Exports exports;

    EntryListController(EntryList entries, Exports exports) {
        this.entries = entries;
        this.exports = exports;
    }

    @GetMapping
    @AllowedStaff
    @Operation(
            operationId = "listEntries",
            summary = "List entries 流水列表",
            description = "Down from any figure: the filters are those of statement lines, and without asks for entries"
                    + " that leave PROJECT, PARTNER or COUNTERPARTY empty. sort: ENTRY_NO, DATE or GROSS.")
    Mono<ResponseEntity<Page<EntryView>>> list(
            Actor actor, PageRequest page, @ParameterObject @ModelAttribute ListRequest request) {
        return entries.page(request.toFilter(request.order()), actor.scope().narrowedTo(request.within()), page)
                .map(found -> page.answer(found, EntryView::of));
    }

    @GetMapping("/{entryNo}")
    @AllowedStaff
    @Operation(operationId = "getEntry", summary = "Get an entry 流水详情")
    Mono<EntryView> get(Actor actor, @PathVariable String entryNo) {
        return entries.find(entryNo, actor.scope()).map(EntryView::of).switchIfEmpty(Problem.missing("The entry"));
    }

    @GetMapping(
            value = "/export",
            produces = {TableFormat.CSV_TYPE, TableFormat.XLSX_TYPE})
    @AllowedStaff
    @Operation(
            operationId = "exportEntries",
            summary = "Export entries 导出流水",
            description = "In the form that the import reads: CSV (UTF-8 with BOM), or format=XLSX. The filters are"
                    + " those of the list.")
    Mono<ResponseEntity<Flux<DataBuffer>>> export(
            Actor actor,
            @ParameterObject @ModelAttribute ListRequest request,
            @RequestParam(defaultValue = "CSV") TableFormat format) {
        EntryFilter filter = request.toFilter(EntryFilter.Sort.ENTRY_NO);
        Scope scope = actor.scope().narrowedTo(request.within());
        return exports.answer(
                EntryTable.file(),
                format,
                page -> entries.page(filter, scope, page),
                row -> EntryView.of(row).toRow());
    }

    /** Query parameters of the list; absent ones ask for any. */
    record ListRequest(
            @Parameter(description = "Branches whose code begins so") @Nullable
            String unit,

            @Nullable String within,
            @Nullable YearMonth from,
            @Nullable YearMonth to,

            @Parameter(description = "This number alone") @Nullable
            String entryNo,

            @Nullable String line,

            @Parameter(description = "A project's name") @Nullable
            String project,

            @Parameter(description = "A partner's name") @Nullable
            String partner,

            @Parameter(description = "Code of the unit that bought") @Nullable
            String counterparty,

            @Parameter(description = "Code of a unit under which the one that bought lies") @Nullable
            String counterpartyWithin,

            @Parameter(description = "Only entries that leave these empty") @Nullable
            Set<EntryFilter.Optional> without,

            @Parameter(description = "A statement's id: what it reports; in place of unit, from and to") @Nullable
            String statement,

            @Parameter(description = "true: only those that no statement has reported") @Nullable
            Boolean waiting,

            @Parameter(description = "Words that occur in it") @Nullable
            String q,

            EntryFilter.@Nullable Sort sort) {

        EntryFilter.Sort order() {
            return sort == null ? EntryFilter.Sort.ENTRY_NO : sort;
        }

        EntryFilter toFilter(EntryFilter.Sort order) {
            return QueryParameters.read(query -> {
                query.periods(from, to);
                StatementId of = statement == null || statement.isEmpty() ? null : reported(query, statement);
                return new EntryFilter(
                        of == null ? query.prefix("unit", unit) : of.unit().value(),
                        of == null ? from : of.period(),
                        of == null ? to : of.period(),
                        orEmpty(entryNo),
                        orEmpty(line),
                        orEmpty(project),
                        orEmpty(partner),
                        query.prefix("counterparty", counterparty),
                        query.prefix("counterpartyWithin", counterpartyWithin),
                        without == null ? Set.of() : without,
                        of == null ? null : of.version(),
                        Boolean.TRUE.equals(waiting),
                        orEmpty(q),
                        order);
            });
        }

        private static @Nullable StatementId reported(QueryParameters query, String id) {
            StatementId known = StatementId.parse(id).orElse(null);
            if (known == null) {
                query.add("statement", "no statement's id", StatementId.EXPECTED);
            }
            return known;
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }
    }
}
