package org.linli.partner.call;

import org.jspecify.annotations.Nullable;
import org.linli.platform.decision.Decision;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A unit's call for proposals, from its draft to its end.
 *
 * <pre>
 * from      | Edit  | Publish   | Extend    | Close  | Cancel
 * ----------+-------+-----------+-----------+--------+----------
 * Draft     | Draft | Published | –         | –      | Cancelled
 * Published | –     | –         | Published | Closed | Cancelled
 * Closed    | –     | –         | –         | –      | Cancelled
 * Cancelled | –     | –         | –         | –      | –
 * </pre>
 *
 * <p>A published call whose deadline has passed is closed for everybody, whether or not the clock's command has been
 * carried out yet: it takes no proposal, and cannot be extended any more.
 */
public sealed interface OpenCall {

    UUID id();

    CallTerms terms();

    /** Being written; seen by its unit alone. */
    record Draft(UUID id, CallTerms terms) implements OpenCall {}

    /** Open to everybody until its deadline. */
    record Published(UUID id, CallTerms terms, Instant publishedAt) implements OpenCall {}

    /** Takes nothing more; what came is reviewed. */
    record Closed(UUID id, CallTerms terms, Instant publishedAt, Instant closedAt) implements OpenCall {}

    /** Taken back. @param publishedAt absent where nobody has seen it */
    record Cancelled(
            UUID id,
            CallTerms terms,
            String reason,
            @Nullable Instant publishedAt) implements OpenCall {}

    /** Name of the state at a time, as callers see it. */
    default String state(Instant at) {
        return this instanceof Published && !takesProposals(at) ? "CLOSED" : storedState();
    }

    /** Name of the state without regard to the clock. */
    default String storedState() {
        return getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    default boolean takesProposals(Instant at) {
        return this instanceof Published && at.isBefore(terms().deadline());
    }

    /** What becomes of this call by a command. @param at the time of the decision */
    default Decision<OpenCall, Refusal> decide(CallCommand command, Instant at) {
        return switch (command) {
            case CallCommand.Edit edit -> edit(edit, at);
            case CallCommand.Publish _ -> publish(at);
            case CallCommand.Extend extend -> extend(extend, at);
            case CallCommand.Close _ -> close(at);
            case CallCommand.Cancel cancel -> cancel(cancel, at);
        };
    }

    private Decision<OpenCall, Refusal> edit(CallCommand.Edit edit, Instant at) {
        return switch (this) {
            case Draft draft
            when !draft.terms().unit().equals(edit.terms().unit()) ->
                Decision.refuse(new Refusal.AnotherUnit(draft.terms().unit()));
            case Draft draft -> Decision.accept(new Draft(draft.id(), edit.terms()));
            case Published _, Closed _, Cancelled _ -> refuse("edited", state(at));
        };
    }

    private Decision<OpenCall, Refusal> publish(Instant at) {
        return switch (this) {
            case Draft draft
            when !at.isBefore(draft.terms().deadline()) -> Decision.refuse(new Refusal.DeadlineTooEarly(at));
            case Draft draft -> Decision.accept(new Published(draft.id(), draft.terms(), at));
            case Published _, Closed _, Cancelled _ -> refuse("published", state(at));
        };
    }

    private Decision<OpenCall, Refusal> extend(CallCommand.Extend extend, Instant at) {
        return switch (this) {
            case Published published when !published.takesProposals(at) -> refuse("extended", state(at));
            case Published published
            when !published.terms().deadline().isBefore(extend.deadline()) ->
                Decision.refuse(new Refusal.DeadlineTooEarly(published.terms().deadline()));
            case Published published ->
                Decision.accept(new Published(
                        published.id(), published.terms().until(extend.deadline()), published.publishedAt()));
            case Draft _, Closed _, Cancelled _ -> refuse("extended", state(at));
        };
    }

    private Decision<OpenCall, Refusal> close(Instant at) {
        return switch (this) {
            case Published published ->
                Decision.accept(new Closed(published.id(), published.terms(), published.publishedAt(), at));
            case Draft _, Closed _, Cancelled _ -> refuse("closed", state(at));
        };
    }

    private Decision<OpenCall, Refusal> cancel(CallCommand.Cancel cancel, Instant at) {
        return switch (this) {
            case Draft draft -> Decision.accept(new Cancelled(draft.id(), draft.terms(), cancel.reason(), null));
            case Published published ->
                Decision.accept(
                        new Cancelled(published.id(), published.terms(), cancel.reason(), published.publishedAt()));
            case Closed closed ->
                Decision.accept(new Cancelled(closed.id(), closed.terms(), cancel.reason(), closed.publishedAt()));
            case Cancelled _ -> refuse("cancelled", state(at));
        };
    }

    private static Decision<OpenCall, Refusal> refuse(String what, String state) {
        return Decision.refuse(new Refusal.NotInThisState(what, state));
    }
}
