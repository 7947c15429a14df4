package org.linli.partner.share.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.partner.id.Ids;
import org.linli.partner.partner.Partners;
import org.linli.partner.share.ReportCommand;
import org.linli.partner.share.application.DecideReport;
import org.linli.partner.share.application.ReportTurnover;
import org.linli.partner.share.application.StoredReport;
import org.linli.partner.share.application.TurnoverReports;
import org.linli.platform.bounds.BodyLimit;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.decision.Decision;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.openapi.Creates;
import org.linli.platform.problem.Problem;
import org.linli.platform.request.Fields;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.RequiredScope;
import org.linli.platform.security.Role;
import org.linli.platform.security.Visibility;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/partner/turnover-reports")
@Tag(
        name = "Shares 经营返还",
        description = "Partners report turnover, branches confirm or dispute it, the share is booked at the branch")
class TurnoverController {

    private final ReportTurnover report;
    private final DecideReport decide;
    private final TurnoverReports reports;
    private final Partners partners;
    private final CommandEndpoint<StoredReport, ReportView> endpoint;

    TurnoverController(
            ReportTurnover report,
            DecideReport decide,
            TurnoverReports reports,
            Partners partners,
            CommandEndpoints commands) {
        this.report = report;
        this.decide = decide;
        this.reports = reports;
        this.partners = partners;
        this.endpoint = commands.of("The turnover report", ReportView.class, ReportView::of)
                .at("/api/partner/turnover-reports", ReportView::id)
                .versioned(ReportView::version);
    }

    @PostMapping
    @BodyLimit(bytes = 128 * BodyLimit.KB)
    @Creates
    @Allowed(Role.PARTNER)
    @RequiredScope("turnover:write")
    @Operation(
            operationId = "reportTurnover",
            summary = "Report the turnover of a period 申报营业额",
            description =
                    "The first version, the answer to a dispute, or a correction of what was confirmed. The share is"
                            + " computed by the version of the agreement that was in force when the period began.")
    Mono<ResponseEntity<ReportView>> report(Actor actor, CommandKey key, @RequestBody ReportRequest request) {
        ReportTurnover.Draft draft = Fields.read("The report is not valid", request::read);
        return endpoint.create(
                key,
                request,
                () -> partners.visibility(actor)
                        .map(Visibility::ownerOnly)
                        .flatMap(own -> report.report(draft, actor.subject(), own)
                                .switchIfEmpty(Problem.missing("The agreement"))
                                .map(Decision::orRefuse)
                                .flatMap(id -> reports.find(id, own))));
    }

    @PostMapping("/{id}/confirmation")
    @Allowed(Role.BRANCH_HEAD)
    @Operation(
            operationId = "confirmTurnoverReport",
            summary = "Confirm a turnover report 确认",
            description = "The share is owed; the branch's books receive its difference to what was confirmed before. A"
                    + " confirmed report is never changed, only superseded by a correction.")
    Mono<ResponseEntity<ReportView>> confirm(
            Actor actor, CommandKey key, ExpectedVersion expected, @PathVariable String id) {
        return decided(actor, key, "", expected, id, new ReportCommand.Confirm(actor.subject()));
    }

    @PostMapping("/{id}/dispute")
    @Allowed(Role.BRANCH_HEAD)
    @Operation(
            operationId = "disputeTurnoverReport",
            summary = "Dispute a turnover report 提出异议",
            description = "Answered by a later version.")
    Mono<ResponseEntity<ReportView>> dispute(
            Actor actor,
            CommandKey key,
            ExpectedVersion expected,
            @PathVariable String id,
            @RequestBody DisputeRequest request) {
        String reason =
                Fields.read("The dispute is not valid", fields -> fields.text("reason", request.reason(), 1000));
        return decided(actor, key, request, expected, id, new ReportCommand.Dispute(actor.subject(), reason));
    }

    @Schema(name = "TurnoverDisputeRequest")
    record DisputeRequest(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "三月营业额与收款记录不符",
                    description = "1 to 1000 characters")
            @Nullable
            String reason) {}

    private Mono<ResponseEntity<ReportView>> decided(
            Actor actor, CommandKey key, Object body, ExpectedVersion expected, String id, ReportCommand command) {
        return endpoint.change(
                key,
                body,
                () -> Mono.justOrEmpty(Ids.parse(id))
                        .flatMap(report -> decide.decide(report, command, expected, actor.scope()))
                        .flatMap(report -> reports.find(report, Visibility.of(actor.scope()))));
    }
}
