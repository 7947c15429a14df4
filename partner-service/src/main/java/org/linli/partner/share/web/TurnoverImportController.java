package org.linli.partner.share.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.linli.partner.partner.Partners;
import org.linli.partner.share.Refusal;
import org.linli.partner.share.application.ReportTurnover;
import org.linli.partner.share.application.ReportTurnover.Draft;
import org.linli.platform.bounds.BodyLimit;
import org.linli.platform.bulkhead.HeavyWork;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.decision.Decision;
import org.linli.platform.file.TableFormat;
import org.linli.platform.file.TableUpload;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.problem.FieldError;
import org.linli.platform.request.Fields;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.RequiredScope;
import org.linli.platform.security.Role;
import org.linli.platform.security.Visibility;
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

import java.util.List;
import java.util.UUID;

@RestController
@RequestMapping("/api/partner/turnover-reports")
@Tag(name = "Shares 经营返还")
class TurnoverImportController {

    private final ReportTurnover report;
    private final Partners partners;
    /** Who mends these first sees the next ones then. */
    private static final int MOST_REFUSED = 1000;

    private final CommandEndpoint<ImportView, ImportView> imports;

    TurnoverImportController(ReportTurnover report, Partners partners, CommandEndpoints commands) {
        this.report = report;
        this.partners = partners;
        this.imports = commands.of("The import", ImportView.class);
    }

    @PostMapping(
            value = "/import",
            consumes = {TableUpload.CSV, TableFormat.XLSX_TYPE})
    @BodyLimit(bytes = BodyLimit.MB, seconds = 60)
    @HeavyWork("imports")
    @Allowed(Role.PARTNER)
    @RequiredScope("turnover:write")
    @Operation(
            operationId = "importTurnoverReports",
            summary = "Import turnover reports from a file 文件申报",
            description =
                    "CSV, or the first sheet of an xlsx file, with the columns agreement_id, period, turnover, cost,"
                            + " evidence, note. Answered row by row with the line in the file; good rows go on. With"
                            + " dryRun=true nothing is kept: the answer says what would happen.")
    Mono<ResponseEntity<ImportView>> read(
            Actor actor,
            CommandKey key,
            ServerHttpRequest http,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody byte[] body) {
        TableUpload file = TableUpload.of(http, body);
        List<TableRow> rows = TurnoverTable.read(file);
        Mono<ImportView> work =
                partners.visibility(actor).flatMap(visibility -> take(rows, actor, visibility.ownerOnly(), dryRun));
        return dryRun ? imports.tryOut(() -> work) : imports.change(key, file.payload(), () -> work);
    }

    private Mono<ImportView> take(List<TableRow> rows, Actor actor, Visibility own, boolean dryRun) {
        return Flux.fromIterable(rows)
                .concatMap(row -> take(row, actor, own))
                .collectList()
                .map(results -> ImportView.of(dryRun, results));
    }

    private Mono<Result> take(TableRow row, Actor actor, Visibility own) {
        if (!row.readable()) {
            return Mono.just(new Result(row.line(), List.of(row.error())));
        }
        Fields fields = new Fields();
        Draft draft = TurnoverTable.request(row).read(fields);
        if (fields.hasErrors()) {
            return Mono.just(new Result(row.line(), fields.errors()));
        }
        return report.report(draft, actor.subject(), own)
                .map(TurnoverImportController::errors)
                .defaultIfEmpty(List.of(
                        new FieldError("agreementId", "not a known agreement", "the id of an agreement of yours")))
                .map(errors -> new Result(row.line(), errors));
    }

    private static List<FieldError> errors(Decision<UUID, Refusal> decision) {
        return switch (decision) {
            case Decision.Accepted<UUID, Refusal> _ -> List.of();
            case Decision.Refused<UUID, Refusal>(Refusal reason) -> List.of(ReportProblems.cell(reason));
        };
    }

    /** @param errors none where the row was taken */
    private record Result(long line, List<FieldError> errors) {}

    /** @param refusedRows only the refused ones, by line and column; the first 1000 of them */
    @Schema(name = "TurnoverImport")
    record ImportView(boolean dryRun, long accepted, long refused, List<RefusedCell> refusedRows) {

        private static ImportView of(boolean dryRun, List<Result> results) {
            long refused =
                    results.stream().filter(row -> !row.errors().isEmpty()).count();
            return new ImportView(
                    dryRun,
                    results.size() - refused,
                    refused,
                    results.stream()
                            .flatMap(row -> row.errors().stream().map(error -> RefusedCell.of(row.line(), error)))
                            .limit(MOST_REFUSED)
                            .toList());
        }
    }

    @Schema(name = "TurnoverImportRefusedCell")
    record RefusedCell(long line, String column, String reason, String expected) {
        static RefusedCell of(long line, FieldError error) {
            return new RefusedCell(line, TurnoverTable.column(error.field()), error.reason(), error.expected());
        }
    }
}
