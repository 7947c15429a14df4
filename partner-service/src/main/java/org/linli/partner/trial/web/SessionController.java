package org.linli.partner.trial.web;

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
import org.linli.partner.attempt.CodeAttempts;
import org.linli.partner.room.web.BookingEndpoint;
import org.linli.partner.trial.Refusal;
import org.linli.partner.trial.TrialSession;
import org.linli.partner.trial.application.HandleSeat;
import org.linli.partner.trial.application.ReadTrials;
import org.linli.partner.trial.application.RunTrials;
import org.linli.platform.command.CommandEndpoint;
import org.linli.platform.command.CommandEndpoints;
import org.linli.platform.decision.RefusedException;
import org.linli.platform.idempotency.CommandKey;
import org.linli.platform.paging.Page;
import org.linli.platform.paging.PageRequest;
import org.linli.platform.security.Actor;
import org.linli.platform.security.Allowed;
import org.linli.platform.security.Role;
import org.linli.platform.text.Texts;
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
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

@RestController
@RequestMapping("/api/partner/trial-sessions")
@Tag(
        name = "Trial sessions 试课场次",
        description = "Residents sign up, attend with the code shown there, and say what they think")
class SessionController {

    private final RunTrials run;
    private final ReadTrials read;
    private final HandleSeat seats;
    private final BookingEndpoint desk;
    private final CodeAttempts attempts;
    private final CommandEndpoint<TrialSession, SessionView> sessions;
    private final CommandEndpoint<HandleSeat.Seat, HandleSeat.Seat> own;

    SessionController(
            RunTrials run,
            ReadTrials read,
            HandleSeat seats,
            BookingEndpoint desk,
            CodeAttempts attempts,
            CommandEndpoints commands) {
        this.run = run;
        this.read = read;
        this.seats = seats;
        this.desk = desk;
        this.attempts = attempts;
        this.sessions = commands.of("The session", SessionView.class, SessionView::of);
        this.own = commands.of("The session", HandleSeat.Seat.class);
    }

    @GetMapping
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK, Role.HQ, Role.CITY, Role.AUDITOR, Role.RESIDENT})
    @Operation(
            operationId = "listTrialSessions",
            summary = "List upcoming trial sessions 近期试课",
            description = "In the caller's units, with the seats left.")
    Mono<ResponseEntity<Page<SessionView>>> list(
            Actor actor, PageRequest page, @RequestParam(required = false) @Nullable String within) {
        return read.upcoming(actor.scope().narrowedTo(within), page).map(found -> page.answer(found, SessionView::of));
    }

    @GetMapping("/{id}/code")
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK})
    @Operation(
            operationId = "getTrialSessionCode",
            summary = "Get a session's attendance code 签到码",
            description = "Good from 30 minutes before to 30 after.")
    Mono<CodeView> code(Actor actor, @PathVariable UUID id) {
        return run.code(id, actor.scope()).map(CodeView::new);
    }

    @PostMapping("/{id}/cancellation")
    @Allowed({Role.BRANCH_HEAD, Role.BRANCH_CLERK})
    @Operation(
            operationId = "cancelTrialSession",
            summary = "Cancel a session 取消场次",
            description = "Before it begins; its room is given back.")
    Mono<ResponseEntity<SessionView>> cancel(
            Actor actor,
            CommandKey key,
            @PathVariable UUID id,
            @Nullable @Valid @RequestBody(required = false) CancelRequest request) {
        CancelRequest asked = request == null ? new CancelRequest(null) : request;
        return desk.inTurn(
                sessions.change(key, asked, () -> run.cancel(id, asked.reason(), actor.subject(), actor.scope())));
    }

    @PostMapping("/{id}/sign-up")
    @Allowed(Role.RESIDENT)
    @Operation(
            operationId = "signUpForTrialSession",
            summary = "Sign up for a session 报名",
            description = "Once a person and session; in line where it is full.")
    Mono<ResponseEntity<HandleSeat.Seat>> signUp(Actor actor, CommandKey key, @PathVariable UUID id) {
        return seat(key, "", () -> seats.signUp(id, actor.subject(), actor.scope()));
    }

    @PostMapping("/{id}/sign-off")
    @Allowed(Role.RESIDENT)
    @Operation(
            operationId = "signOffFromTrialSession",
            summary = "Cancel a sign-up 取消报名",
            description = "The first in line has it then.")
    Mono<ResponseEntity<HandleSeat.Seat>> signOff(Actor actor, CommandKey key, @PathVariable UUID id) {
        return seat(key, "", () -> seats.signOff(id, actor.subject(), actor.scope()));
    }

    @PostMapping("/{id}/attendance")
    @Allowed(Role.RESIDENT)
    @Operation(
            operationId = "attendTrialSession",
            summary = "Check in to a session with its code 签到",
            description = "429 after ten codes that were none, for a quarter of an hour.")
    Mono<ResponseEntity<HandleSeat.Seat>> attend(
            Actor actor, CommandKey key, @PathVariable UUID id, @Valid @RequestBody AttendRequest request) {
        String code = Objects.requireNonNull(request.code());
        var attended = seat(key, request, () -> seats.attend(id, actor.subject(), code, actor.scope()));
        return own.answeredBefore(key, request)
                .switchIfEmpty(
                        attempts.look("session/" + id, actor.subject(), attended, SessionController::isWrongCode));
    }

    @PostMapping("/{id}/feedback")
    @Allowed(Role.RESIDENT)
    @Operation(
            operationId = "giveTrialFeedback",
            summary = "Give feedback on a session 评价",
            description = "Once, by who attended; shown only by number.")
    Mono<ResponseEntity<HandleSeat.Seat>> speak(
            Actor actor, CommandKey key, @PathVariable UUID id, @Valid @RequestBody FeedbackRequest request) {
        List<Integer> scores = Objects.requireNonNull(request.scores()).stream()
                .map(Objects::requireNonNull)
                .toList();
        String remark = Texts.trimmed(Objects.requireNonNullElse(request.remark(), ""));
        return seat(key, request, () -> seats.speak(id, actor.subject(), scores, remark, actor.scope()));
    }

    private Mono<ResponseEntity<HandleSeat.Seat>> seat(
            CommandKey key, Object body, Supplier<Mono<HandleSeat.Seat>> work) {
        return desk.inTurn(own.change(key, body, work));
    }

    private static boolean isWrongCode(Throwable failure) {
        return failure instanceof RefusedException refused && refused.reason() instanceof Refusal.WrongCode;
    }

    @Schema(name = "SessionCode")
    record CodeView(String code) {}

    @Schema(name = "SessionCancelRequest")
    record CancelRequest(
            @Schema(example = "老师生病") @Size(max = 500) @Nullable
            String reason) {}

    @Schema(name = "SessionAttendRequest")
    record AttendRequest(
            @Schema(example = "7KQ4MXB2") @NotBlank @Size(max = 20) @Nullable
            String code) {}

    @Schema(name = "SessionFeedbackRequest")
    record FeedbackRequest(
            @Schema(example = "[5, 4]", description = "One a question, 1 to 5")
            @NotNull
            @Size(min = 1, max = 10)
            @Nullable
            List<@NotNull @Min(1) @Max(5) @Nullable Integer> scores,

            @Schema(example = "希望多开晚课") @Size(max = 1000) @Nullable
            String remark) {}
}
