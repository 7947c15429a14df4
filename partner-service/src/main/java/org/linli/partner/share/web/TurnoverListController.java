package org.linli.partner.share.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.partner.history.ShanghaiDay;
import org.linli.partner.id.Ids;
import org.linli.partner.partner.Partners;
import org.linli.partner.share.application.LateReports;
import org.linli.partner.share.application.ReportFilter;
import org.linli.partner.share.application.TurnoverReports;
import org.linli.platform.etag.ExpectedVersion;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.security.Actor;
import org.linli.platform.security.AllowedStaffAndPartners;
import org.linli.platform.security.RequiredScope;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;

@RestController
@RequestMapping("/api/partner/turnover-reports")
@Tag(name = "Shares 经营返还")
class TurnoverListController {

    private final TurnoverReports reports;
    private final LateReports late;
    private final Partners partners;
    private final Clock clock;

    TurnoverListController(TurnoverReports reports, LateReports late, Partners partners, Clock clock) {
        this.reports = reports;
        this.late = late;
        this.partners = partners;
        this.clock = clock;
    }

    @GetMapping
    @AllowedStaffAndPartners
    @RequiredScope("turnover:read")
    @Operation(
            operationId = "listTurnoverReports",
            summary = "List turnover reports 申报列表",
            description =
                    "Staff see those of their units, a partner its own; state=REPORTED is the branch's work list.")
    Mono<ResponseEntity<Page<ReportView>>> list(
            Actor actor,
            PageRequest page,
            @RequestParam(required = false) @Nullable String within,
            @RequestParam(defaultValue = "") String agreementId,
            @RequestParam(required = false) @Nullable YearMonth period,
            @RequestParam(required = false) @Nullable StateName state) {
        ReportFilter filter = new ReportFilter(
                within == null ? "" : within,
                agreementId.strip(),
                period == null ? "" : period.toString(),
                state == null ? "" : state.name());
        return partners.visibility(actor)
                .flatMap(visibility -> reports.page(visibility.narrowedTo(within), filter, page))
                .map(found -> page.answer(found, ReportView::of));
    }

    @GetMapping("/late")
    @AllowedStaffAndPartners
    @RequiredScope("turnover:read")
    @Operation(
            operationId = "listLateTurnoverReports",
            summary = "List late turnover reports 逾期申报",
            description = "By agreement and period: due when, late by how many days, brought to mind how often.")
    Mono<ResponseEntity<Page<LateReports.LateReport>>> late(
            Actor actor, PageRequest page, @RequestParam(required = false) @Nullable String within) {
        LocalDate today = ShanghaiDay.today(clock);
        return partners.visibility(actor)
                .flatMap(visibility ->
                        late.page(visibility.narrowedTo(within), within == null ? "" : within, today, page))
                .map(found -> page.answer(found));
    }

    @GetMapping("/{id}")
    @AllowedStaffAndPartners
    @RequiredScope("turnover:read")
    @Operation(operationId = "getTurnoverReport", summary = "Get a turnover report 申报详情")
    Mono<ResponseEntity<ReportView>> get(Actor actor, @PathVariable String id) {
        return Mono.justOrEmpty(Ids.parse(id))
                .flatMap(report -> partners.visibility(actor).flatMap(visibility -> reports.find(report, visibility)))
                .switchIfEmpty(Mono.error(ReportProblems::notFound))
                .map(ReportView::of)
                .map(view -> ExpectedVersion.answer(view, view.version()));
    }

    /** The states a caller can ask for. */
    @Schema(name = "TurnoverState")
    enum StateName {
        REPORTED,
        DISPUTED,
        ANSWERED,
        CONFIRMED,
        SUPERSEDED
    }
}
