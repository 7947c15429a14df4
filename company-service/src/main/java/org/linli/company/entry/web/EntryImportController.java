package org.linli.company.entry.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.linli.company.entry.EntryDraft;
import org.linli.company.entry.application.EntryOutcome;
import org.linli.company.entry.application.RecordEntries;
import org.linli.platform.bounds.BodyLimit;
import org.linli.platform.bulkhead.HeavyWork;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.file.TableFormat;
import org.linli.platform.file.TableUpload;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.problem.FieldError;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.Role;
import org.linli.platform.table.TableRow;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

@RestController
@RequestMapping("/api/company/entries")
@Tag(name = "Revenue entries 收入流水")
class EntryImportController {

    private static final int AT_ONCE = 1000;

    /** Who mends these first sees the next ones then. */
    private static final int MOST_REFUSED = 1000;

    private final RecordEntries recordEntries;
    private final CommandEndpoint<ImportView, ImportView> imports;

    EntryImportController(RecordEntries recordEntries, CommandEndpoints commands) {
        this.recordEntries = recordEntries;
        this.imports = commands.of("The import", ImportView.class);
    }

    @PostMapping(
            value = "/import",
            consumes = {TableUpload.CSV, TableFormat.XLSX_TYPE})
    @BodyLimit(bytes = 12 * BodyLimit.MB, seconds = 60)
    @HeavyWork("imports")
    @Allowed({Role.BRANCH_CLERK, Role.BRANCH_HEAD})
    @Operation(
            operationId = "importEntries",
            summary = "Import entries from a file 导入流水文件",
            description =
                    "CSV, or the first sheet of an xlsx file. Answered row by row with the line in the file. With dryRun=true nothing is kept: the answer"
                            + " says what would happen.")
    Mono<ResponseEntity<ImportView>> read(
            Actor actor,
            CommandKey key,
            ServerHttpRequest http,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody byte[] body) {
        TableUpload file = TableUpload.of(http, body);
        List<TableRow> rows = EntryTable.read(file);
        List<TableRow> whole = rows.stream().filter(TableRow::readable).toList();
        Supplier<Mono<ImportView>> work =
                () -> record(whole, actor).map(outcomes -> ImportView.of(dryRun, rows, outcomes));
        return dryRun ? imports.tryOut(work) : imports.change(key, file.payload(), work);
    }

    private Mono<List<EntryOutcome>> record(List<TableRow> rows, Actor actor) {
        List<EntryDraft> drafts = rows.stream().map(EntryTable::draft).toList();
        return Flux.fromIterable(drafts)
                .buffer(AT_ONCE)
                .concatMap(some -> recordEntries.record(some, actor))
                .collect(ArrayList::new, List::addAll);
    }

    /** @param refusedRows only the refused ones, by line and column; the first 1000 of them */
    @Schema(name = "EntryImport")
    record ImportView(boolean dryRun, long accepted, long unchanged, long refused, List<RefusedCell> refusedRows) {

        static ImportView of(boolean dryRun, List<TableRow> rows, List<EntryOutcome> outcomes) {
            BatchView batch = BatchView.of(outcomes);
            List<TableRow> whole = rows.stream().filter(TableRow::readable).toList();
            Stream<RefusedCell> broken =
                    rows.stream().filter(row -> !row.readable()).map(row -> RefusedCell.of(row, row.error()));
            Stream<RefusedCell> wrong = batch.rows().stream()
                    .flatMap(row -> row.errors().stream().map(error -> RefusedCell.of(whole.get(row.index()), error)));
            List<RefusedCell> cells = Stream.concat(broken, wrong)
                    .sorted(Comparator.comparingLong(RefusedCell::line))
                    .limit(MOST_REFUSED)
                    .toList();
            long refused = batch.refused() + rows.size() - whole.size();
            return new ImportView(dryRun, batch.accepted(), batch.unchanged(), refused, cells);
        }
    }

    @Schema(name = "EntryImportRefusedCell")
    record RefusedCell(long line, String column, String reason, String expected) {
        static RefusedCell of(TableRow row, FieldError error) {
            return new RefusedCell(row.line(), EntryTable.column(error.field()), error.reason(), error.expected());
        }
    }
}
