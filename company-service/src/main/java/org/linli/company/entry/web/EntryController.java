package org.linli.company.entry.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.linli.company.entry.EntryDraft;
import org.linli.company.entry.StoredEntry;
import org.linli.company.entry.application.EntryOutcome;
import org.linli.company.entry.application.RecordEntries;
import org.linli.company.entry.store.Entries;
import org.linli.company.entry.store.EntryList;
import org.linli.platform.bounds.BodyLimit;
import org.linli.platform.bulkhead.HeavyWork;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.openapi.Creates;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.Role;
import org.linli.platform.unit.UnitCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Objects;

@RestController
@RequestMapping("/api/company/entries")
@Tag(name = "Revenue entries 收入流水", description = "What a branch earned, one by one")
class EntryController {

    private static final int MOST = 1000;

    private final RecordEntries recordEntries;
    private final Entries entries;
    private final EntryList list;
    private final CommandEndpoint<StoredEntry, EntryView> recorded;
    private final CommandEndpoint<BatchView, BatchView> batches;

    EntryController(RecordEntries recordEntries, Entries entries, EntryList list, CommandEndpoints commands) {
        this.recordEntries = recordEntries;
        this.entries = entries;
        this.list = list;
        this.recorded =
                commands.of("The entry", EntryView.class, EntryView::of).at("/api/company/entries", EntryView::entryNo);
        this.batches = commands.of("The batch", BatchView.class);
    }

    @PostMapping
    @Creates(otherwise = "The same entry was there already")
    @Allowed({Role.BRANCH_CLERK, Role.BRANCH_HEAD})
    @Operation(
            operationId = "recordEntry",
            summary = "Record an entry 登记一笔收入",
            description = "201 when it was added, 200 when the same entry was there already.")
    Mono<ResponseEntity<EntryView>> record(Actor actor, CommandKey key, @RequestBody EntryDraft draft) {
        UnitCode.parse(draft.unit()).filter(unit -> !actor.scope().covers(unit)).ifPresent(foreign -> {
            throw Problem.notFound("The branch").exception();
        });
        return recorded.run(
                key,
                draft,
                () -> recordEntries
                        .record(List.of(draft), actor)
                        .map(outcomes -> refuseMistakes(outcomes.getFirst()))
                        .flatMap(outcome -> list.find(outcome.entryNo(), actor.scope())
                                .map(found -> outcome.kind() == EntryOutcome.Kind.ACCEPTED
                                        ? recorded.created(found)
                                        : recorded.ok(found))));
    }

    @PostMapping("/batch")
    @BodyLimit(bytes = 5 * BodyLimit.MB, seconds = 60)
    @HeavyWork("batches")
    @Allowed({Role.BRANCH_CLERK, Role.BRANCH_HEAD})
    @Operation(
            operationId = "batchEntries",
            summary = "Record up to 1000 entries 批量登记收入",
            description = "Answered row by row; refused rows change nothing and hold up no other row.")
    Mono<ResponseEntity<BatchView>> batch(Actor actor, CommandKey key, @RequestBody BatchRequest request) {
        List<EntryDraft> drafts = request.checked();
        return batches.change(
                key, request, () -> recordEntries.record(drafts, actor).map(BatchView::of));
    }

    @PostMapping("/{entryNo}/withdrawal")
    @Allowed({Role.BRANCH_CLERK, Role.BRANCH_HEAD})
    @Operation(
            operationId = "withdrawEntry",
            summary = "Withdraw an unreported entry 撤回未上报的流水",
            description = "Its number stays used. A reported entry is corrected by another one with negative amounts.")
    Mono<ResponseEntity<EntryView>> withdraw(
            Actor actor, CommandKey key, @PathVariable String entryNo, @Valid @RequestBody WithdrawalRequest request) {
        String reason = Objects.requireNonNull(request.reason());
        return recorded.change(
                key,
                request,
                () -> list.find(entryNo, actor.scope())
                        .switchIfEmpty(Problem.missing("The entry"))
                        .flatMap(found ->
                                entries.withdraw(found.entry().entryNo(), actor.subject(), reason, actor.scope()))
                        .filter(withdrawn -> withdrawn)
                        .switchIfEmpty(Mono.error(() -> Problem.conflict(
                                        "entry-not-waiting", "The entry was reported or withdrawn already")
                                .detail("Record another entry with negative amounts to correct it.")
                                .exception()))
                        .flatMap(done -> list.find(entryNo, actor.scope())));
    }

    private static EntryOutcome refuseMistakes(EntryOutcome outcome) {
        if (outcome.kind() == EntryOutcome.Kind.REFUSED) {
            throw Problem.invalid("The entry is not valid")
                    .fields(outcome.errors())
                    .exception();
        }
        return outcome;
    }

    @Schema(name = "EntryBatchRequest")
    record BatchRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<@Nullable EntryDraft> entries) {
        List<EntryDraft> checked() {
            if (entries == null || entries.isEmpty() || entries.size() > MOST || entries.contains(null)) {
                throw Problem.invalid("The batch is not valid")
                        .field("entries", "missing, too many or with gaps", "1 to " + MOST + " entries")
                        .exception();
            }
            return entries.stream().map(Objects::requireNonNull).toList();
        }
    }

    @Schema(name = "EntryWithdrawalRequest")
    record WithdrawalRequest(
            @Schema(example = "金额录错，已另行登记") @NotBlank @Size(max = 200) @Nullable
            String reason) {}
}
