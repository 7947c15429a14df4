package org.linli.platform.sample;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.linli.platform.bounds.BodyLimit;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.openapi.Creates;
import org.linli.platform.paging.Page;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.Public;
import org.linli.platform.security.RequiredScope;
import org.linli.platform.security.Role;
import org.linli.platform.unit.UnitCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;

@RestController
@RequestMapping("/api/sample")
class NoteController {

    private final Notes notes;
    private final CommandEndpoint<NoteView, NoteView> written;
    private final CommandEndpoint<BatchView, BatchView> batches;

    NoteController(Notes notes, CommandEndpoints commands) {
        this.notes = notes;
        this.written = commands.of("The note", NoteView.class).versioned(view -> 1);
        this.batches = commands.of("The batch", BatchView.class);
    }

    @Schema(name = "SampleNoteRequest")
    record NoteRequest(
            @NotNull @Size(max = 12) String unit,
            @NotNull @Size(min = 1, max = 200) String text,
            @NotNull Money amount) {}

    @Schema(name = "SampleNoteView")
    record NoteView(String unit, String text, Money amount) {}

    @Schema(name = "SampleBatchRequest")
    record BatchRequest(@NotNull @Size(min = 1, max = 1000) List<@Valid NoteRequest> notes) {}

    @Schema(name = "SampleBatchView")
    record BatchView(int accepted, int refused, List<String> rows) {}

    @Allowed({Role.HQ, Role.BRANCH_HEAD})
    @Operation(operationId = "sampleOfUnit")
    @GetMapping("/notes/{unit}")
    Mono<List<NoteView>> ofUnit(@PathVariable String unit, @Parameter(hidden = true) Actor actor) {
        return notes.of(covered(unit, actor));
    }

    @Allowed({Role.HQ, Role.BRANCH_HEAD, Role.BRANCH_CLERK})
    @RequiredScope("notes:read")
    @Operation(operationId = "sampleList")
    @GetMapping("/notes")
    Mono<Page<NoteView>> list(
            @RequestParam(required = false) @Nullable String within, @Parameter(hidden = true) Actor actor) {
        return notes.within(actor.scope().narrowedTo(within)).map(rows -> new Page<>(rows, null));
    }

    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK})
    @Operation(operationId = "sampleWrite")
    @PostMapping("/notes")
    @Creates(located = false)
    @ApiResponse(responseCode = "201", headers = @Header(name = "ETag"), useReturnTypeSchema = true)
    Mono<ResponseEntity<NoteView>> write(
            @Valid @RequestBody NoteRequest request,
            @Parameter(hidden = true) CommandKey key,
            @Parameter(hidden = true) Actor actor) {
        return written.create(key, request, () -> notes.write(covered(request.unit(), actor), request));
    }

    @Allowed(Role.BRANCH_CLERK)
    @Operation(operationId = "sampleWriteAll")
    @PostMapping("/notes/batch")
    @BodyLimit(bytes = BodyLimit.MB)
    Mono<ResponseEntity<BatchView>> writeAll(
            @Valid @RequestBody BatchRequest request,
            @Parameter(hidden = true) CommandKey key,
            @Parameter(hidden = true) Actor actor) {
        return batches.change(key, request, () -> notes.writeAll(request.notes(), actor));
    }

    @Allowed({Role.HQ, Role.RESIDENT})
    @Operation(operationId = "sampleWords")
    @GetMapping("/words")
    Mono<List<String>> words() {
        return Mono.just(List.of("small business", "large public benefit"));
    }

    @Public
    @Operation(operationId = "sampleGreeting")
    @GetMapping("/greeting")
    Mono<Map<String, String>> greeting() {
        return Mono.just(Map.of("greeting", "您好"));
    }

    private static UnitCode covered(String unit, Actor actor) {
        return UnitCode.parse(unit)
                .filter(code -> actor.scope().covers(code))
                .orElseThrow(() -> Problem.notFound("Unit " + unit).exception());
    }
}
