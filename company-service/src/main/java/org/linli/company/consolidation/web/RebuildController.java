package org.linli.company.consolidation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.linli.company.consolidation.application.RebuildConsolidation;
import org.linli.platform.bulkhead.HeavyWork;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Making the consolidation anew from the topic. */
@RestController
@Tag(name = "Consolidation 合并")
class RebuildController {

    private final RebuildConsolidation rebuild;
    private final CommandEndpoint<RebuildConsolidation.Outcome, RebuildView> rebuilt;

    RebuildController(RebuildConsolidation rebuild, CommandEndpoints commands) {
        this.rebuild = rebuild;
        this.rebuilt = commands.of("The consolidation", RebuildView.class, RebuildView::of);
    }

    @PostMapping("/api/company/consolidation/rebuilds")
    @HeavyWork("rebuilds")
    @Allowed({Role.CITY, Role.HQ})
    @Operation(
            operationId = "rebuildConsolidation",
            summary = "Rebuild the consolidation from the topic 重建合并数",
            description =
                    "For the whole system at once, so only with rights everywhere. Differences other than zero mean"
                            + " that something stood wrong and is right now. 需要全域权限；差异为零即账实相符。")
    Mono<ResponseEntity<RebuildView>> rebuild(Actor actor, CommandKey key) {
        if (!actor.scope().isEverywhere()) {
            throw Problem.of("forbidden", HttpStatus.FORBIDDEN, "A rebuild concerns every unit")
                    .detail("It needs rights everywhere (units: *).")
                    .exception();
        }
        return rebuilt.change(key, "rebuild", () -> rebuild.run(actor.scope()));
    }

    /** What the rebuild found. */
    @Schema(name = "Rebuild")
    record RebuildView(
            @Schema(example = "312", description = "重放事件数 · events read from the topic")
            long events,

            @Schema(example = "4096", description = "单元格数 · cells that there are now")
            long cells,

            @Schema(example = "0", description = "差异数 · rows that stood otherwise before")
            long differences,

            @Schema(example = "0", description = "尚未入账的事件数 · events that the figures had not come to: no difference")
            long notYetTaken) {

        static RebuildView of(RebuildConsolidation.Outcome outcome) {
            return new RebuildView(outcome.events(), outcome.cells(), outcome.differences(), outcome.notYetTaken());
        }
    }
}
