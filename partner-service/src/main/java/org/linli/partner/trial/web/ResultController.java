package org.linli.partner.trial.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.linli.partner.partner.Partners;
import org.linli.partner.trial.TrialResult;
import org.linli.partner.trial.application.ReadTrials;
import org.linli.partner.trial.application.ReportTrialResults;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.openapi.Creates;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.AllowedStaffAndPartners;
import org.linli.platform.security.RequiredScope;
import org.linli.platform.security.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;

@RestController
@RequestMapping("/api/partner/trials/{id}")
@Tag(name = "Trials 试课")
class ResultController {

    private final ReportTrialResults tell;
    private final ReadTrials read;
    private final Partners partners;
    private final CommandEndpoint<ReadTrials.Citation, ReadTrials.Citation> cited;

    ResultController(ReportTrialResults tell, ReadTrials read, Partners partners, CommandEndpoints commands) {
        this.tell = tell;
        this.read = read;
        this.partners = partners;
        this.cited = commands.of("The trial", ReadTrials.Citation.class);
    }

    @GetMapping("/result")
    @AllowedStaffAndPartners
    @RequiredScope("proposals:read")
    @Operation(
            operationId = "getTrialResult",
            summary = "Get a trial's result 试课结果",
            description =
                    "Each threshold with its value and whether it is met; scores only where five or more spoke and not"
                            + " all said the same, and anew only when five more have spoken.")
    Mono<TrialResult> result(Actor actor, @PathVariable UUID id) {
        return partners.visibility(actor).flatMap(visibility -> tell.result(id, visibility));
    }

    @PostMapping("/citations")
    @Creates(located = false)
    @Allowed({Role.BRANCH_HEAD, Role.HQ})
    @Operation(
            operationId = "citeTrial",
            summary = "Cite a trial result 引用结果",
            description = "As it is now, for ever; the decision names the citation.")
    Mono<ResponseEntity<ReadTrials.Citation>> cite(Actor actor, CommandKey key, @PathVariable UUID id) {
        return cited.create(key, "", () -> read.cite(id, actor.subject(), actor.scope()));
    }

    @GetMapping("/citations")
    @AllowedStaffAndPartners
    @RequiredScope("proposals:read")
    @Operation(operationId = "listTrialCitations", summary = "List cited trial results 引用记录")
    Mono<List<ReadTrials.Citation>> citations(Actor actor, @PathVariable UUID id) {
        return partners.visibility(actor).flatMap(visibility -> read.citations(id, visibility));
    }
}
