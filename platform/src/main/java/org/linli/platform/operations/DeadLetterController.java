package org.linli.platform.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.idempotency.IdempotentCommands;
import org.linli.platform.inbox.DeadLetter;
import org.linli.platform.inbox.Redrive;
import org.linli.platform.problem.Problem;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Objects;

@RestController
@RequestMapping("/api/${linli.service}/operations/dead-letters")
@Tag(name = "Operations 运维", description = "For who keeps the service running, with rights everywhere")
class DeadLetterController {

    private static final int SHOWN = 1_000;

    private final Redrive redrive;
    private final IdempotentCommands commands;

    DeadLetterController(Redrive redrive, IdempotentCommands commands) {
        this.redrive = redrive;
        this.commands = commands;
    }

    @GetMapping
    @Allowed({Role.CITY, Role.HQ})
    @Operation(
            operationId = "listOperationsDeadLetters",
            summary = "List dead letters 死信列表",
            description =
                    "Not those that were taken since. The oldest first, at most 1,000; the reason says what to mend.")
    Mono<DeadLetters> list(
            Actor actor,
            @Parameter(description = "Narrows to one consumer", example = "company.share")
                    @RequestParam(defaultValue = "")
                    String consumer,
            @Parameter(description = "Narrows to one aggregate") @RequestParam(defaultValue = "") String subject) {
        requireEverywhere(actor);
        return redrive.waiting()
                .map(all -> all.stream()
                        .filter(letter -> consumer.isEmpty() || consumer.equals(letter.consumer()))
                        .filter(letter -> subject.isEmpty() || subject.equals(letter.subject()))
                        .toList())
                .map(DeadLetters::of);
    }

    @PostMapping("/redrive")
    @Allowed({Role.CITY, Role.HQ})
    @Operation(
            operationId = "redriveOperationsDeadLetters",
            summary = "Redrive dead letters 重新处理死信",
            description =
                    "Of each aggregate in order, up to the first that still cannot be taken; nothing takes effect twice.")
    Mono<ResponseEntity<RedrivenView>> redrive(
            Actor actor, CommandKey key, @Valid @RequestBody RedriveRequest request) {
        requireEverywhere(actor);
        String consumer = Objects.requireNonNull(request.consumer());
        if (!redrive.consumers().contains(consumer)) {
            throw Problem.invalid("Nothing can be taken again")
                    .field("consumer", "not a consumer of this service", "one of " + redrive.consumers())
                    .exception();
        }
        return commands.once(
                key,
                request,
                RedrivenView.class,
                () -> redrive.again(consumer, Objects.requireNonNullElse(request.subject(), ""))
                        .map(done -> ResponseEntity.ok(RedrivenView.of(done))));
    }

    private static void requireEverywhere(Actor actor) {
        if (!actor.scope().isEverywhere()) {
            throw Problem.of("forbidden", HttpStatus.FORBIDDEN, "Dead letters concern every unit")
                    .detail("They need rights everywhere (units: *).")
                    .exception();
        }
    }

    /** @param total how many there are, of which {@code items} are the first */
    @Schema(name = "DeadLetters")
    record DeadLetters(List<DeadLetter> items, int total) {
        static DeadLetters of(List<DeadLetter> all) {
            return new DeadLetters(all.stream().limit(SHOWN).toList(), all.size());
        }
    }

    @Schema(name = "DeadLetterRedriveRequest")
    record RedriveRequest(
            @Schema(example = "company.share", description = "Whose letters, as the list names it") @NotBlank @Nullable
            String consumer,

            @Schema(description = "One aggregate; left out for all of them") @Size(max = 200) @Nullable
            String subject) {}

    /** @param taken how many took effect now; @param left what still cannot be taken, with the reason of now */
    @Schema(name = "DeadLetterRedriven")
    record RedrivenView(int taken, List<DeadLetter> left) {
        static RedrivenView of(Redrive.Redriven done) {
            return new RedrivenView(
                    done.taken(), done.left().stream().limit(SHOWN).toList());
        }
    }
}
