package org.linli.fund.policy.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.linli.fund.policy.PolicyProposal;
import org.linli.fund.policy.ReturnPolicy;
import org.linli.fund.policy.application.DeclarePolicy;
import org.linli.fund.policy.application.Policies;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.openapi.Creates;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.AllowedStaff;
import org.linli.platform.security.Role;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/fund/policies")
@Tag(name = "Return policies", description = "Base, rate and start of what goes back, never below the floor of 20%")
class PolicyController {

    private final Policies policies;
    private final DeclarePolicy declare;
    private final CommandEndpoint<ReturnPolicy, PolicyView> declared;

    PolicyController(Policies policies, DeclarePolicy declare, CommandEndpoints commands) {
        this.policies = policies;
        this.declare = declare;
        this.declared = commands.of("Policy", PolicyView.class, (ReturnPolicy policy) -> PolicyView.of(policy))
                .at(view -> "/api/fund/policies?within=" + view.scope());
    }

    @GetMapping
    @AllowedStaff
    @Operation(
            operationId = "listPolicies",
            summary = "List return policies 返还政策列表",
            description =
                    "Every version that bears on a unit you may see, the wider ones included, by scope and version")
    Mono<ResponseEntity<Page<PolicyView>>> list(
            Actor caller,
            PageRequest page,
            @Parameter(description = "Narrows to a subtree and the policies that bind it", example = "440703006")
                    @RequestParam(required = false)
                    @Nullable
                    String within) {
        return policies.page(caller.scope().narrowedTo(within), page).map(rows -> page.answer(rows, PolicyView::of));
    }

    @PostMapping
    @Creates(otherwise = "Tried out: see dryRun")
    @Allowed({Role.CITY, Role.HQ})
    @Operation(
            operationId = "declarePolicy",
            summary = "Declare a return policy, or simulate it 制定或试算返还政策",
            description =
                    "The next version for its scope; it binds statements first accepted for the period it names or"
                            + " a later one. With dryRun=true nothing is kept, and the answer (200) shows what would change")
    @ApiResponse(
            responseCode = "422",
            description =
                    "Below a policy above it in any month in which both hold (policy-below-floor), or some fields are not valid (invalid-request)",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    Mono<ResponseEntity<PolicyView>> declare(
            Actor caller,
            CommandKey key,
            @Parameter(description = "true: only show what it would change") @RequestParam(defaultValue = "false")
                    boolean dryRun,
            @RequestBody PolicyRequest body) {
        PolicyProposal proposal = body.toProposal();
        if (!caller.scope().covers(proposal.scope().prefix())) {
            throw Problem.notFound("Unit").exception();
        }
        return dryRun
                ? declare.tryOut(proposal).map(trial -> ResponseEntity.ok(TrialView.of(trial)))
                : declared.create(key, body, () -> declare.declare(proposal, caller));
    }
}
