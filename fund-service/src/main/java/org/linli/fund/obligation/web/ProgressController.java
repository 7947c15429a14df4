package org.linli.fund.obligation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.linli.fund.obligation.application.ObligationQueries;
import org.linli.platform.security.Actor;
import org.linli.platform.security.AllowedStaff;
import org.linli.platform.unit.Scope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Obligations")
class ProgressController {

    private final ObligationQueries obligations;

    ProgressController(ObligationQueries obligations) {
        this.obligations = obligations;
    }

    @Schema(name = "Progress", description = "How far the fund has followed the accepted statements")
    record ProgressView(
            @Schema(description = "Accepted versions of the scope's branches counted so far", example = "312")
            long acceptedStatements) {}

    @GetMapping("/api/fund/progress/{scope}")
    @AllowedStaff
    @Operation(
            operationId = "getProgress",
            summary = "Get the number of accepted statements counted 已计提报表数",
            description = "Obligations follow an acceptance within moments; whoever accepted n statements of a scope"
                    + " waits for n here")
    Mono<ProgressView> progress(
            Actor caller, @Parameter(description = "Unit code", example = "440703006") @PathVariable String scope) {
        return obligations.accepted(Scope.of(caller.covered(scope).value())).map(ProgressView::new);
    }
}
