package org.linli.partner.proposal.review;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.linli.partner.id.Ids;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.request.Fields;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.Role;
import org.linli.platform.text.Texts;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

@RestController
@RequestMapping("/api/partner/proposals/{id}")
@Tag(name = "Review 评审", description = "Conflicts declared, scores by criterion, rankings frozen by decisions")
class ReviewController {

    private final ReviewProposal review;
    private final CommandEndpoint<ConflictView, ConflictView> conflicts;
    private final CommandEndpoint<SheetView, SheetView> sheets;

    ReviewController(ReviewProposal review, CommandEndpoints commands) {
        this.review = review;
        this.conflicts = commands.of("The proposal", ConflictView.class);
        this.sheets = commands.of("The proposal", SheetView.class);
    }

    @PostMapping("/conflicts")
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK, Role.HQ})
    @Operation(
            operationId = "declareConflict",
            summary = "Declare a conflict of interest 申报利益冲突",
            description = "You then score none of the call's proposals, and what you have scored counts no more."
                    + " It cannot be taken back.")
    Mono<ResponseEntity<ConflictView>> declare(
            Actor actor, CommandKey key, @PathVariable String id, @Valid @RequestBody ConflictRequest request) {
        UUID proposal = Ids.of(id, "The proposal");
        String reason = Texts.trimmed(Objects.requireNonNull(request.reason()));
        return conflicts.change(
                key,
                request,
                () -> review.declareConflict(proposal, reason, actor)
                        .map(found -> new ConflictView(found.callId(), actor.subject())));
    }

    @PostMapping("/scores")
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK, Role.HQ})
    @Operation(
            operationId = "scoreProposal",
            summary = "Score a proposal 评分",
            description = "0 to 100 each. Scored again in the same round, the last counts; a new round begins with its"
                    + " first score.")
    Mono<ResponseEntity<SheetView>> score(
            Actor actor, CommandKey key, @PathVariable String id, @Valid @RequestBody ScoresRequest request) {
        UUID proposal = Ids.of(id, "The proposal");
        int round = Objects.requireNonNull(request.round());
        Map<String, Integer> points = request.points();
        return sheets.change(
                key,
                request,
                () -> review.score(proposal, round, points, actor)
                        .map(found -> new SheetView(proposal, round, actor.subject(), points)));
    }

    @Schema(name = "ReviewConflictRequest")
    record ConflictRequest(
            @Schema(example = "申请人是本人亲属") @NotBlank @Size(max = 500) @Nullable
            String reason) {}

    /** @param callId none of whose proposals the reviewer scores any more */
    @Schema(name = "ReviewConflict")
    record ConflictView(UUID callId, String reviewer) {}

    @Schema(name = "ReviewScoresRequest")
    record ScoresRequest(
            @Schema(example = "1") @NotNull @Min(1) @Max(9) @Nullable
            Integer round,

            @NotNull @Valid @Size(min = 1, max = 20) @Nullable
            List<@NotNull @Valid @Nullable Score> scores) {

        /** @throws org.linli.platform.problem.ProblemException (422) where a criterion stands twice */
        Map<String, Integer> points() {
            return Fields.read("The scores are not valid", fields -> {
                Map<String, Integer> points = new TreeMap<>();
                for (@Nullable Score score : Objects.requireNonNull(scores)) {
                    String code =
                            Objects.requireNonNull(Objects.requireNonNull(score).criterion());
                    if (points.put(code, Objects.requireNonNull(score.points())) != null) {
                        fields.add("scores", "twice: " + code, "each criterion once");
                    }
                }
                return points;
            });
        }
    }

    @Schema(name = "ReviewScore")
    record Score(
            @Schema(example = "BENEFIT") @NotNull @Size(max = 40) @Nullable
            String criterion,

            @Schema(example = "85") @NotNull @Min(0) @Max(100) @Nullable
            Integer points) {}

    @Schema(name = "ReviewSheet")
    record SheetView(UUID proposalId, int round, String reviewer, Map<String, Integer> points) {}
}
