package org.linli.company.statement;

import org.jspecify.annotations.Nullable;
import org.linli.platform.decision.Decision;
import org.linli.platform.unit.StreetTime;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/**
 * A branch's revenue of one period, on its way to HQ.
 *
 * <pre>
 * from       | Submit    | Accept   | Return   | Withdraw | Discard   | (a later one is accepted)
 * -----------+-----------+----------+----------+----------+-----------+--------------------------
 * Draft      | Submitted | –        | –        | –        | Discarded | –
 * Submitted  | –         | Accepted | Returned | Draft    | –         | –
 * Returned   | Submitted | –        | –        | –        | Discarded | –
 * Accepted   | –         | –        | –        | –        | –         | Superseded
 * Superseded | –         | –        | –        | –        | –         | –
 * Discarded  | –         | –        | –        | –        | –         | –
 * </pre>
 *
 * <p>A month that has not begun is neither submitted nor accepted: what it owes is frozen on the first acceptance, by the
 * terms of its own time and not of an earlier one.
 *
 * <p>An accepted statement is never changed: a correction is a statement of the next version that supersedes it when
 * it is accepted. What may not happen comes back as a {@link Refusal}.
 */
public sealed interface Statement {

    StatementId id();

    /** Name of the state, as callers see it. */
    default String state() {
        return getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    /** The accepted statement that this one corrects; absent for the first of its period. */
    @Nullable
    StatementId supersedes();

    /** Being prepared: entries may still come and go. */
    record Draft(StatementId id, @Nullable StatementId supersedes) implements Statement {}

    /** Waiting for HQ: its entries are fixed. */
    record Submitted(
            StatementId id, @Nullable StatementId supersedes, Totals totals, String submittedBy, Instant submittedAt)
            implements Statement {}

    /** Sent back by HQ: its entries may change again. @param reasons at least one */
    record Returned(
            StatementId id,
            @Nullable StatementId supersedes,
            List<String> reasons,
            String returnedBy,
            Instant returnedAt)
            implements Statement {}

    /** In the books. */
    record Accepted(
            StatementId id,
            @Nullable StatementId supersedes,
            Totals totals,
            String submittedBy,
            String acceptedBy,
            Instant acceptedAt)
            implements Statement {}

    /** Was in the books until a correction was accepted. */
    record Superseded(StatementId id, @Nullable StatementId supersedes) implements Statement {}

    /** Given up before it was ever accepted. */
    record Discarded(StatementId id, @Nullable StatementId supersedes) implements Statement {}

    /**
     * What becomes of this statement by a command.
     *
     * @param at the time of the decision
     */
    default Decision<Statement, Refusal> decide(StatementCommand command, Instant at) {
        return switch (command) {
            case StatementCommand.Submit submit -> submit(submit, at);
            case StatementCommand.Accept accept -> accept(accept, at);
            case StatementCommand.Return back -> giveBack(back, at);
            case StatementCommand.Withdraw withdraw -> withdraw();
            case StatementCommand.Discard discard -> discard();
        };
    }

    private Decision<Statement, Refusal> submit(StatementCommand.Submit submit, Instant at) {
        return switch (this) {
            case Draft _, Returned _ when !hasBegun(at) -> notBegun(at);
            case Draft _, Returned _ ->
                Decision.accept(new Submitted(id(), supersedes(), submit.totals(), submit.by(), at));
            case Submitted _, Accepted _, Superseded _, Discarded _ -> refuse("submitted");
        };
    }

    private Decision<Statement, Refusal> accept(StatementCommand.Accept accept, Instant at) {
        return switch (this) {
            case Submitted submitted
            when submitted.submittedBy().equals(accept.by()) -> Decision.refuse(new Refusal.SameHands());
            case Submitted _ when !hasBegun(at) -> notBegun(at);
            case Submitted submitted ->
                Decision.accept(
                        new Accepted(id(), supersedes(), submitted.totals(), submitted.submittedBy(), accept.by(), at));
            case Draft _, Returned _, Accepted _, Superseded _, Discarded _ -> refuse("accepted");
        };
    }

    private Decision<Statement, Refusal> giveBack(StatementCommand.Return back, Instant at) {
        return switch (this) {
            case Submitted _ when back.reasons().isEmpty() -> Decision.refuse(new Refusal.ReasonsMissing());
            case Submitted _ -> Decision.accept(new Returned(id(), supersedes(), back.reasons(), back.by(), at));
            case Draft _, Returned _, Accepted _, Superseded _, Discarded _ -> refuse("returned");
        };
    }

    private Decision<Statement, Refusal> withdraw() {
        return switch (this) {
            case Submitted _ -> Decision.accept(new Draft(id(), supersedes()));
            case Draft _, Returned _, Accepted _, Superseded _, Discarded _ -> refuse("withdrawn");
        };
    }

    private Decision<Statement, Refusal> discard() {
        return switch (this) {
            case Draft _, Returned _ -> Decision.accept(new Discarded(id(), supersedes()));
            case Submitted _, Accepted _, Superseded _, Discarded _ -> refuse("discarded");
        };
    }

    private boolean hasBegun(Instant at) {
        return StreetTime.hasBegun(id().period(), at);
    }

    private Decision<Statement, Refusal> notBegun(Instant at) {
        return Decision.refuse(new Refusal.NotBegun(id().period(), YearMonth.from(StreetTime.dayOf(at))));
    }

    private Decision<Statement, Refusal> refuse(String what) {
        return Decision.refuse(new Refusal.NotInThisState(what, state()));
    }
}
